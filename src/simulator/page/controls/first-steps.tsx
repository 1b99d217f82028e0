import { Button } from '@fluentui/react-button';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import type { Overview } from '../../page-api';
import { goTo } from '../state/route';
import { texts } from '../texts/page.de';

/** Five steps through the process; each leads to the person and place where it is done. */
export function FirstSteps({
  overview,
  onGone,
}: {
  readonly overview: Overview;
  readonly onGone: (() => void) | undefined;
}) {
  const nameOf = (key: string): string => overview.people.find((person) => person.key === key)?.name ?? key;
  return (
    <ol className="steps">
      {overview.firstSteps.map((step) => (
        <li key={step.number} data-done={step.done}>
          {step.done ? (
            <CheckmarkCircleFilled className="step-icon" aria-hidden />
          ) : (
            <CircleRegular className="step-icon" aria-hidden />
          )}
          <div>
            <p>
              {step.number}. {step.text}
            </p>
            <p className="step-state">{step.done ? texts.stepDone : texts.stepOpen}</p>
            <Button
              size="small"
              aria-label={texts.stepGo(step.number, nameOf(step.person))}
              onClick={() => {
                goTo({ person: step.person, place: step.conversationId });
                onGone?.();
              }}
            >
              {texts.goThere}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
