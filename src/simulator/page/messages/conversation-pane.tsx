import { Button } from '@fluentui/react-button';
import { ArrowDownRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Overview, PersonSummary } from '../../page-api';
import { PlaceIcon } from '../places/place-list';
import { personPath } from '../state/api';
import { goTo } from '../state/route';
import { texts } from '../texts/page.de';
import { ComposeBox } from './compose-box';
import { Thread } from './thread';
import { useAnnouncement } from './use-announcement';
import { useConversation } from './use-conversation';
import { useSeen } from './use-seen';

interface ConversationPaneProps {
  readonly overview: Overview;
  readonly person: PersonSummary;
  readonly place: string;
  /** The message named by a link. */
  readonly message: string | undefined;
  readonly visit: number;
  readonly narrow: boolean;
}

/** How many threads are drawn at first; each request for earlier ones doubles it. */
const portion = 30;
/** This close to its end, the list follows new messages; pixels. */
const nearEnd = 120;

/** A chat or channel as the person sees it. */
export function ConversationPane(props: ConversationPaneProps) {
  const { overview, person, place, message, visit, narrow } = props;
  const path = personPath(person.key, 'conversations', place);
  const [shown, setShown] = useState(portion);
  const { data, error } = useConversation(path, shown, message);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);
  const newest = useRef<string>(undefined);
  const fresh = useSeen(path, data);
  const announcement = useAnnouncement(data, person.key);

  const { threads, earlierThreads } = data ?? { threads: [], earlierThreads: 0 };
  const linkedAt = threads.findIndex((thread) => thread.messages.some((each) => each.id === message));
  const count = linkedAt < 0 ? shown : Math.max(shown, threads.length - linkedAt);
  const visible = threads.slice(-count);
  // What has been drawn stays: somebody may have typed in it.
  useEffect(() => setShown((before) => Math.max(before, count)), [count]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !data) return;
    const last = data.threads.at(-1)?.messages.at(-1);
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (newest.current !== undefined && last?.id !== newest.current && last?.unread === true)
      setBelow(true);
    newest.current = last?.id;
  }, [data]);
  useEffect(() => {
    if (message !== undefined) atEnd.current = false;
  }, [message, visit]);

  if (data === undefined) return <p className="hint">{error ?? texts.loading}</p>;
  const { summary, members } = data;
  const names = members.map((member) => member.name).join(', ');
  return (
    <>
      <div className="pane-head">
        {narrow && (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={texts.backTo(texts.places)}
            onClick={() => goTo({ person: person.key })}
          />
        )}
        <PlaceIcon kind={summary.kind} />
        <div className="pane-names">
          <h2 className="pane-title" title={summary.name}>
            {summary.name}
          </h2>
          <span className="pane-line" title={texts.membersNames(names)}>
            {[
              summary.team,
              summary.shared ? `${texts.shared}, ${texts.hostedBy(summary.tenant)}` : undefined,
              texts.members(summary.members),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </span>
        </div>
      </div>
      <div
        className="thread-list"
        ref={list}
        tabIndex={0}
        role="region"
        aria-label={`${texts.messages}: ${summary.name}`}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
          if (atEnd.current) setBelow(false);
        }}
      >
        {threads.length + earlierThreads > visible.length && (
          <Button className="older" onClick={() => setShown((before) => before * 2)}>
            {texts.older}
          </Button>
        )}
        {threads.length === 0 && <p className="hint">{texts.noMessages}</p>}
        {message !== undefined && linkedAt < 0 && (
          <p className="hint" role="status">
            {texts.messageMissing}
          </p>
        )}
        {visible.map((thread) => (
          <Thread
            key={thread.rootId ?? thread.messages[0]?.id}
            thread={thread}
            overview={overview}
            view={data}
            person={person.key}
            fresh={fresh}
            linked={message}
            visit={visit}
          />
        ))}
      </div>
      {below && (
        <Button
          className="below"
          appearance="primary"
          size="small"
          icon={<ArrowDownRegular />}
          onClick={() => list.current?.scrollTo({ top: list.current.scrollHeight })}
        >
          {texts.below}
        </Button>
      )}
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
      {error !== undefined && (
        <p className="hint" role="status">
          {error}
        </p>
      )}
      <div className="compose-foot">
        {summary.canWrite ? (
          <ComposeBox
            overview={overview}
            view={data}
            person={person.key}
            onSent={() => {
              atEnd.current = true;
            }}
          />
        ) : (
          <p className="hint">{summary.reason}</p>
        )}
      </div>
    </>
  );
}
