import { Button } from '@fluentui/react-button';
import { MessageBar, MessageBarBody } from '@fluentui/react-message-bar';
import { Tooltip } from '@fluentui/react-tooltip';
import type { ClockMoved, ClockMoveOffer, ClockRequest, Overview } from '../../page-api';
import { useSimulatedNow } from '../state/clock';
import { germanSpan, germanTime } from '../texts/german-time';
import { texts } from '../texts/page.de';
import { Problem } from './problem';
import { useRequest } from './use-request';

/** The simulated time and how far it differs from real time. */
export function TimeInSight({ overview }: { readonly overview: Overview }) {
  const now = useSimulatedNow(overview.now) ?? overview.now;
  const { clockMoved } = overview;
  const moved = Math.abs(clockMoved) >= 60_000;
  return (
    <span className="clock">
      <time className="clock-time" dateTime={new Date(now).toISOString()}>
        {germanTime(now)}
      </time>
      <span className="clock-state">
        {!moved
          ? texts.realTime
          : clockMoved > 0
            ? texts.clockAhead(germanSpan(clockMoved))
            : texts.clockBehind(germanSpan(clockMoved))}
      </span>
    </span>
  );
}

/** Buttons that move the simulated clock; what cannot be done now says why. */
export function TimeBar({ overview }: { readonly overview: Overview }) {
  const { busy, problem, answer, send } = useRequest<ClockMoved>('/api/clock');
  return (
    <div className="time-bar" role="group" aria-label={texts.clock}>
      {overview.clockMoves.map((offer) => (
        <Tooltip key={offer.move} content={explained(offer)} relationship="description">
          <Button
            size="small"
            disabledFocusable={busy || offer.reason !== undefined}
            onClick={() => send({ move: offer.move } satisfies ClockRequest)}
          >
            {texts.moves[offer.move]}
          </Button>
        </Tooltip>
      ))}
      <Problem text={problem} />
      <div role="status">{answer && <Moved answer={answer} />}</div>
    </div>
  );
}

/** Where the clock stands after a move, and what the bot wrote because of it. */
function Moved({ answer: { now, happened = [] } }: { readonly answer: ClockMoved }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {texts.movedTo(germanTime(now), happened.length)}
        {happened.length > 0 && (
          <ul className="happened">
            {happened.map(({ place, text }, index) => (
              <li key={index}>
                {place}: {text}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function explained({ move, reason, to }: ClockMoveOffer): string {
  return reason ?? (to === undefined ? texts.moves[move] : texts.moveTo(germanTime(to)));
}
