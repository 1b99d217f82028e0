import { MessageBar, MessageBarBody } from '@fluentui/react-message-bar';
import { Spinner } from '@fluentui/react-spinner';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AdaptiveCardJson, FieldComplaints, PressRequest } from '../../page-api';
import { sentenceOf } from '../state/api';
import { openLink } from '../state/open-link';
import { texts } from '../texts/page.de';
import { drawCard, type DrawnCard } from './draw-card';

/** What is shown under a card after a press; nothing if the card itself shows it. */
export interface CardAnswer {
  readonly intent: 'success' | 'error';
  readonly text: string;
  readonly fields?: FieldComplaints;
  /** The answer is another card, in which the bot repeats any input that should stay. */
  readonly startsAnew?: boolean;
}

export interface CardViewProps {
  readonly card: AdaptiveCardJson;
  /** The card is redrawn only when this changes, and each press names the one that is drawn. */
  readonly version: string;
  readonly label: string;
  /** Identifies the card while the window is open, so that what was typed in it is still there when it comes back into view. */
  readonly keepAs?: string;
  readonly press: (request: PressRequest, opener: HTMLElement | undefined) => Promise<CardAnswer | undefined>;
  /** Called when something was typed. */
  readonly onTyped?: () => void;
}

/** How long after an answer a new card still counts as part of it; milliseconds. */
const answerTime = 3_000;

/** A card with its busy state and, below it, the answer to the last press. */
export function CardView({ card, version, label, keepAs, press, onTyped }: CardViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnCard>(undefined);
  const typed = useRef(typedInto(keepAs));
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<CardAnswer>();
  const [broken, setBroken] = useState(false);
  const pressed = useRef(false);
  const answered = useRef(Number.NEGATIVE_INFINITY);

  const send = (request: PressRequest, opener: HTMLElement | undefined): void => {
    if (pressed.current) return;
    pressed.current = true;
    setBusy(true);
    setAnswer(undefined);
    press(request, opener)
      .then(
        (said) => {
          if (said?.startsAnew === true) {
            typed.current.clear();
            answered.current = performance.now();
          }
          setAnswer(said?.text === '' ? undefined : said);
          Object.keys(said?.fields ?? {}).some((label) => drawn.current?.focusField(label));
        },
        (error: unknown) => setAnswer({ intent: 'error', text: sentenceOf(error) }),
      )
      .finally(() => {
        pressed.current = false;
        setBusy(false);
      });
  };
  const latest = useRef({ send, onTyped });
  useEffect(() => {
    latest.current = { send, onTyped };
  });

  useLayoutEffect(() => {
    const place = frame.current;
    if (!place) return;
    const spot = drawn.current?.focused();
    try {
      drawn.current = drawCard(card, typed.current, {
        press: (request, opener) => latest.current.send({ ...request, cardVersion: version }, opener),
        openLink,
        type: (id, value) => {
          typed.current.set(id, value);
          latest.current.onTyped?.();
        },
      });
      place.replaceChildren(drawn.current.element);
      setBroken(false);
    } catch {
      place.replaceChildren();
      setBroken(true);
    }
    if (!spot) return;
    if (performance.now() - answered.current < answerTime) {
      // The answer to one's own press is read from the top, where errors are.
      answered.current = Number.NEGATIVE_INFINITY;
      place.focus({ preventScroll: true });
      if (place.getBoundingClientRect().top < 0 || place.closest('.task-content'))
        place.scrollIntoView({ block: 'start' });
    } else if (drawn.current?.focus(spot) !== true) place.focus({ preventScroll: true });
    // The version represents the card: an equal card must not disturb what somebody is typing.
  }, [version]);

  return (
    <div className="card" role="group" aria-label={label} aria-busy={busy}>
      <div className="card-frame" ref={frame} tabIndex={-1} />
      {broken && <p className="card-broken">{texts.cardBroken}</p>}
      <div className="card-answer" role="status">
        {busy && <Spinner size="tiny" label={texts.sending} />}
        {!busy && answer && (
          <MessageBar intent={answer.intent} layout="multiline">
            <MessageBarBody>
              {answer.text}
              {answer.fields && (
                <ul>
                  {Object.entries(answer.fields).map(([field, what]) => (
                    <li key={field}>
                      {field}: {what}
                    </li>
                  ))}
                </ul>
              )}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}

const kept = new Map<string, Map<string, string>>();

function typedInto(name: string | undefined): Map<string, string> {
  const typed = (name === undefined ? undefined : kept.get(name)) ?? new Map<string, string>();
  if (name !== undefined) kept.set(name, typed);
  return typed;
}
