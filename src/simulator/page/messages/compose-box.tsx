import { Button } from '@fluentui/react-button';
import { MessageBar, MessageBarBody } from '@fluentui/react-message-bar';
import { Textarea } from '@fluentui/react-textarea';
import { AppsListRegular, MentionRegular, SendRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ConversationView, Overview, WriteRequest, WriteResult } from '../../page-api';
import { personPath, post, sentenceOf } from '../state/api';
import { announceChange } from '../state/live';
import { texts } from '../texts/page.de';
import { draftOf, keepDraft } from './drafts';
import { SuggestionList, optionId } from './suggestion-list';
import { type Suggestion, suggestionsFor } from './suggestions';

interface ComposeBoxProps {
  readonly overview: Overview;
  readonly view: ConversationView;
  readonly person: string;
  /** The thread to reply to. */
  readonly rootId?: string;
  readonly rootAuthor?: string;
  readonly onSent?: () => void;
  /** A box for a reply can be closed again. */
  readonly onClosed?: () => void;
}

/** Where a message is typed, with suggestions of members and commands. Enter sends, Shift+Enter begins a new line. */
export function ComposeBox(props: ComposeBoxProps) {
  const { overview, view, person, rootId, rootAuthor, onSent, onClosed } = props;
  const { summary, members } = view;
  const place = summary.id;
  const chat = summary.kind === 'personal';
  const bot = members.find((member) => member.isBot)?.name;
  const [text, setText] = useState(() => draftOf(person, place, rootId));
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(-1);
  const [closedFor, setClosedFor] = useState<string>();
  const [focused, setFocused] = useState(false);
  const [all, setAll] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const hintId = useId();

  useEffect(() => {
    if (rootId !== undefined && draftOf(person, place, rootId) === '') field.current?.focus();
  }, [person, place, rootId]);

  const before = text.slice(0, caret);
  const found = suggestionsFor(before, {
    bot: bot ?? overview.bot.name,
    members,
    commands: overview.commands,
    chat,
    all,
  });
  const offered = focused && closedFor !== before && !sending ? found : [];

  const change = (next: string, at: number): void => {
    setText(next);
    setCaret(at);
    setActive(-1);
    setAll(false);
    keepDraft(person, place, rootId, next);
  };
  const put = (next: string, at: number): void => {
    change(next, at);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const accept = ({ from, insert }: Suggestion): void =>
    put(text.slice(0, from) + insert + text.slice(caret), from + insert.length);

  const send = (): void => {
    if (sending || text.trim() === '') return;
    setSending(true);
    setProblem(undefined);
    const request: WriteRequest = rootId === undefined ? { text } : { text, rootId };
    post<WriteResult>(personPath(person, 'conversations', place, 'messages'), request)
      .then(
        () => {
          change('', 0);
          announceChange();
          onSent?.();
        },
        (error: unknown) => setProblem(sentenceOf(error)),
      )
      .finally(() => {
        setSending(false);
        field.current?.focus();
      });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[active];
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(
        (index) => (index + step + offered.length + (index < 0 && step < 0 ? 1 : 0)) % offered.length,
      );
    } else if (event.key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      setClosedFor(before);
      setAll(false);
    } else if (event.key === 'Escape' && onClosed && text === '') onClosed();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (chosen) accept(chosen);
      else send();
    }
  };

  const label =
    rootAuthor !== undefined
      ? texts.replyTo(rootAuthor)
      : chat
        ? texts.composeChat(summary.name)
        : texts.compose(summary.name);
  const moveCaret = (): void => setCaret(field.current?.selectionStart ?? 0);
  return (
    <div className="compose">
      {offered.length > 0 && (
        <SuggestionList id={listId} suggestions={offered} active={active} accept={accept} />
      )}
      <Textarea
        className="compose-field"
        textarea={{ ref: field, ...(rootId === undefined && { id: 'compose' }) }}
        aria-label={label}
        aria-describedby={hintId}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered[active] ? optionId(listId, active) : undefined}
        value={text}
        placeholder={label}
        rows={rootId === undefined ? 2 : 1}
        resize="vertical"
        onChange={(event) => change(event.target.value, event.target.selectionStart)}
        onSelect={moveCaret}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setAll(false);
        }}
      />
      <div className="compose-actions">
        <span className="compose-hint" id={hintId}>
          {chat || bot === undefined ? texts.composeChatHint : texts.composeHint(bot)}
        </span>
        {bot !== undefined && !chat && (
          <Button
            appearance="subtle"
            icon={<MentionRegular />}
            aria-label={texts.mentionBot(bot)}
            title={texts.mentionBot(bot)}
            onClick={() => put(`@${bot} ${text.trimStart()}`, bot.length + 2)}
          />
        )}
        {chat && (
          <Button
            appearance="subtle"
            icon={<AppsListRegular />}
            aria-label={texts.commands}
            title={texts.commands}
            onClick={() => {
              setAll(true);
              setClosedFor(undefined);
              field.current?.focus();
            }}
          />
        )}
        {onClosed && (
          <Button
            appearance="subtle"
            onClick={() => {
              change('', 0);
              onClosed();
            }}
          >
            {texts.cancel}
          </Button>
        )}
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={sending || text.trim() === ''}
          onClick={send}
        >
          {sending ? texts.sending : texts.send}
        </Button>
      </div>
      <div className="visually-hidden" role="status">
        {offered.length > 0 ? texts.suggestionCount(offered.length) : ''}
      </div>
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
