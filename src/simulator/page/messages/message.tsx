import { Badge } from '@fluentui/react-badge';
import { memo, useEffect, useRef } from 'react';
import type { ActionResult, MessageView, PressRequest } from '../../page-api';
import { type CardAnswer, CardView } from '../cards/card-view';
import { useOpenDialog } from '../dialogs/dialog-host';
import { Face } from '../people/face';
import { personPath, post } from '../state/api';
import { announceChange } from '../state/live';
import { shortTime } from '../texts/german-time';
import { texts } from '../texts/page.de';
import { MessageText } from './message-text';
import { useLook } from './use-look';

interface MessageProps {
  readonly person: string;
  readonly place: string;
  readonly message: MessageView;
  /** The day on the simulated clock, used for shortening times; milliseconds. */
  readonly today: number;
  readonly fresh: boolean;
  /** Grows with each jump to this message. */
  readonly jump: number | undefined;
}

/** A message with its card. */
export const Message = memo(function Message({ person, place, message, today, fresh, jump }: MessageProps) {
  const self = useRef<HTMLElement>(null);
  const openDialog = useOpenDialog();
  const { author } = message;
  const at = shortTime(message.at, today);
  const base = personPath(person, 'conversations', place, 'messages', message.id);
  useLook(self, base, message);
  useEffect(() => {
    if (jump === undefined) return;
    self.current?.scrollIntoView({ block: 'center' });
    self.current?.focus({ preventScroll: true });
  }, [jump]);

  const press = async (
    request: PressRequest,
    opener: HTMLElement | undefined,
  ): Promise<CardAnswer | undefined> => {
    const result = await post<ActionResult>(`${base}/actions`, request);
    announceChange();
    switch (result.kind) {
      case 'card':
        return { intent: 'success', text: '', startsAnew: true };
      case 'sent':
        return undefined;
      case 'message':
        return { intent: 'success', text: result.text };
      case 'error':
        return { intent: 'error', text: result.text, fields: result.fields };
      case 'dialog':
        openDialog(person, result, opener);
        return undefined;
      default:
        return result satisfies never;
    }
  };

  return (
    <article
      ref={self}
      className="message"
      tabIndex={-1}
      aria-label={texts.messageOf(author.name, at)}
      data-message={message.id}
      data-fresh={fresh}
      data-jumped={jump !== undefined}
      data-mentions={message.mentionsViewer}
    >
      <Face name={author.name} personKey={author.isBot ? undefined : (author.key ?? author.name)} size={32} />
      <div className="message-body">
        <div className="message-head">
          <span className="message-author">{author.name}</span>
          {author.isBot && (
            <Badge appearance="outline" color="informative" size="small">
              {texts.bot}
            </Badge>
          )}
          <span className="message-time">
            {at}
            {message.editedAt !== undefined && !message.deleted && ` · ${texts.edited}`}
          </span>
          {message.mentionsViewer && <span className="message-mark">{texts.mentionsYou}</span>}
          {message.onlyForViewer && <span className="message-private">{texts.onlyForYou}</span>}
          {fresh && <span className="message-fresh">{texts.fresh}</span>}
        </div>
        {message.deleted ? (
          <p className="message-deleted">{texts.deleted}</p>
        ) : (
          <>
            {message.text.length > 0 && <MessageText parts={message.text} />}
            {message.card && (
              <CardView
                card={message.card}
                version={message.cardVersion ?? message.id}
                label={texts.cardOf(author.name, at)}
                keepAs={base}
                press={press}
              />
            )}
            <Reactions emoji={message.reactions} />
          </>
        )}
      </div>
    </article>
  );
});

function Reactions({ emoji }: { readonly emoji: readonly string[] }) {
  if (emoji.length === 0) return null;
  return (
    <p className="message-reactions">
      {emoji.map((each) => (
        <span key={each} role="img" aria-label={texts.reactedBy(each)}>
          {each}
        </span>
      ))}
    </p>
  );
}
