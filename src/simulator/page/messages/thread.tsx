import { Button } from '@fluentui/react-button';
import { ArrowReplyRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ConversationView, Overview, ThreadView } from '../../page-api';
import { texts } from '../texts/page.de';
import { ComposeBox } from './compose-box';
import { draftOf } from './drafts';
import { Message } from './message';

interface ThreadProps {
  readonly thread: ThreadView;
  readonly overview: Overview;
  readonly view: ConversationView;
  readonly person: string;
  readonly fresh: ReadonlySet<string>;
  readonly linked: string | undefined;
  readonly visit: number;
}

/** A thread of a channel with its box for replies, or a message of a chat. */
export function Thread({ thread, overview, view, person, fresh, linked, visit }: ThreadProps) {
  const { rootId, messages } = thread;
  const place = view.summary.id;
  const [open, setOpen] = useState(() => rootId !== undefined && draftOf(person, place, rootId) !== '');
  const reply = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) reply.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const [root] = messages;
  if (!root) return null;
  // Times are shortened by day, so a message is redrawn only when this value changes.
  const today = overview.now - (overview.now % 3_600_000);
  const drawn = messages.map((message) => (
    <Message
      key={message.id}
      person={person}
      place={place}
      message={message}
      today={today}
      fresh={fresh.has(message.id)}
      jump={message.id === linked ? visit : undefined}
    />
  ));
  if (rootId === undefined) return <div className="chat-message">{drawn}</div>;
  return (
    <div className="thread" role="group" aria-label={texts.thread(root.author.name)}>
      {drawn}
      {view.summary.canWrite && (
        <div className="thread-reply">
          {open ? (
            <ComposeBox
              overview={overview}
              view={view}
              person={person}
              rootId={rootId}
              rootAuthor={root.author.name}
              onClosed={() => setOpen(false)}
            />
          ) : (
            <Button
              ref={reply}
              appearance="subtle"
              size="small"
              icon={<ArrowReplyRegular />}
              aria-label={texts.replyTo(root.author.name)}
              onClick={() => setOpen(true)}
            >
              {texts.reply}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
