import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { submitLabels, supportRequestName } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { isTest, missingFor } from '../../../domain/ticket/actions/complete-support';
import {
  openSupportRequests,
  type SupportRequest,
  testVerdicts,
} from '../../../domain/ticket/support/support';
import { textLimits } from '../../../domain/ticket/text-limits';
import { testVerdictNames } from '../../../texts/labels.de';
import type { LabelledText } from '../cards/labelled-text';
import { shortened } from '../cards/typed-text';
import { choicesOf, valueIn } from './choices';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { doneBy } from './done-by';
import { ticketOf, toBeKnown } from './ticket-of';

const maxRequests = 20;

/** "Unterstützung erledigen": a test and acceptance with a verdict, everything else with an answer (process 5). */
export const completeSupportForm: FormDefinition = {
  id: 'completeSupport',
  title: () => actionNames.completeSupport,
  submitLabel: () => submitLabels.completeSupport,
  fields,
  initialValues: (context): FieldValues => {
    const [oldest] = takenRequests(context);
    return defined({ request: oldest?.id });
  },
  info: questionLines,
  about: ({ request }) => (request === undefined ? undefined : { request }),
  read,
};

function fields(context: FormContext): readonly Field[] {
  const taken = takenRequests(context);
  const request: Field = {
    id: 'request',
    kind: 'choice',
    ...fieldTexts.supportRequest,
    choices: taken.map((each) => ({ title: requestName(each), value: each.id })),
    gone: completedRequests(context),
  };
  const verdict: Field = {
    id: 'verdict',
    kind: 'choice',
    ...fieldTexts.verdict,
    sometimes: true,
    choices: choicesOf(testVerdicts, testVerdictNames),
  };
  return [
    ...(taken.length === 0 ? [] : [request]),
    ...(taken.some(isTest) ? [verdict] : []),
    {
      id: 'answer',
      kind: 'text',
      ...fieldTexts.supportAnswer,
      sometimes: true,
      maxLength: textLimits.answer,
    },
  ];
}

function read(context: FormContext, values: FieldValues): FormReading {
  const request = takenRequests(context).find(({ id }) => id === values['request']);
  if (request === undefined) throw new Error('a request that its field does not have');
  const { answer, verdict } = values;
  switch (missingFor(request, { answer, verdict })) {
    case 'verdict':
      return { ok: false, errors: { verdict: fieldTexts.verdict.missing } };
    case 'answer':
      return { ok: false, errors: { answer: fieldTexts.supportAnswer.missing } };
    case undefined:
      break;
  }
  return {
    ok: true,
    command: {
      type: 'completeSupport',
      request: request.id,
      ...defined({ answer }),
      ...(isTest(request) ? { verdict: valueIn(testVerdicts, verdict) } : {}),
    },
  };
}

/** What is under way, oldest first. */
function takenRequests(context: FormContext): readonly SupportRequest[] {
  const taken = openSupportRequests(ticketOf(context)).filter(({ takenBy }) => takenBy !== undefined);
  return taken.slice(0, maxRequests);
}

function completedRequests(context: FormContext): ReadonlyMap<string, string> {
  return new Map(
    ticketOf(context).supportRequests.flatMap(({ id, completedBy: by, completedAt: at }) =>
      by === undefined || at === undefined ? [] : [[id, doneBy(context, 'completeSupport', { by, at })]],
    ),
  );
}

/** Each question as far as there is room. */
function questionLines(context: FormContext, isPrivate = false): readonly LabelledText[] {
  const taken = takenRequests(context);
  const maxLength = Math.floor(textLimits.question / Math.max(1, taken.length));
  return taken.map((each) => ({
    label: requestName(each),
    text: toBeKnown(context, isPrivate, shortened(each.question, maxLength)),
  }));
}

function requestName({ id, kind }: SupportRequest): string {
  return supportRequestName(id, kind);
}
