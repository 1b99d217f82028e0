import { affectedOperators } from '../../../domain/ticket/release/affected-operators';
import { dayAt } from '../../../domain/ticket/plan/target-date';
import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import { moduleName, organisationName } from '../../../texts/parties.de';
import { shortened } from '../cards/typed-text';
import type { CheckPage, CommandContent, FormContext, FormDefinition, LabelledText } from './form-definition';
import { blockedForWhoCompleted, testRecordFields, testRecordIn, verdictLines } from './test-record';
import { repeated, ticketOf } from './ticket-of';

/** "Freigeben und schließen": the test passed, and the affected operators are informed (process 3, 6). */
export const releaseAndCloseForm: FormDefinition = {
  id: 'releaseAndClose',
  template: 'release-and-close',
  title: () => actionNames.releaseAndClose,
  submitLabel: () => actionNames.releaseAndClose,
  blocked: (context) => blockedForWhoCompleted(context, 'releaseAndClose'),
  fields: () => [
    ...testRecordFields,
    { id: 'noticeText', kind: 'text', missing: missingTexts.noticeText, longest: textLimits.noticeText },
  ],
  initialValues: (context) => {
    const { completion, securityRelevant } = ticketOf(context);
    // Process 10: the notice of such a ticket carries only what the dispatcher writes for it.
    if (completion === undefined || securityRelevant) return {};
    return { noticeText: shortened(completion.changed, textLimits.noticeText) };
  },
  view: (context) => ({
    info: [
      ...verdictLines(context),
      informedLine(context),
      ...(ticketOf(context).securityRelevant
        ? [{ label: 'Hinweis', text: formWords.onlyWhatIsWritten }]
        : []),
    ],
  }),
  read: (_context, values) => {
    const { noticeText = '' } = values;
    return { ok: true, command: { type: 'releaseAndClose', record: testRecordIn(values), noticeText } };
  },
  check,
};

function check(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'releaseAndClose') throw new Error('the check page was given another command');
  const { module, completion } = ticketOf(context);
  const { record, noticeText } = command;
  const typed = (label: string, text: string) => ({ label, text: repeated(context, text) });
  return {
    intro: 'Das Ticket wird geschlossen, und die betroffenen Netzbetreiber werden informiert.',
    lines: [
      informedLine(context),
      { label: 'Modul', text: moduleName(context.installation, module) },
      ...(completion === undefined
        ? []
        : [
            typed('Behoben in Version', completion.fixVersion),
            typed('Paketreferenz', completion.packageReference),
          ]),
      typed('Information', noticeText),
      typed('Testumgebung', record.environment),
      typed('Testschritte', record.steps),
      typed('Ergebnis', record.result),
    ],
    warnings: [formWords.cannotBeUndone],
    similar: [],
  };
}

/** Every operator whose installed version is affected, by the contracts valid today (process 6). */
function informedLine(context: FormContext): LabelledText {
  const { installation, now } = context;
  const { module, completion } = ticketOf(context);
  const versions = completion?.affectedVersions ?? [];
  const operators = affectedOperators(installation, module, versions, dayAt(installation.calendars, now));
  const names = operators.map((operator) => organisationName(installation, operator));
  return {
    label: `Informiert werden (${names.length})`,
    text: names.length === 0 ? formWords.nobodyInformed : names.join(', '),
  };
}
