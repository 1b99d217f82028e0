import { defined } from '../../../defined';
import type { SampleFault } from '../../../texts/sample-month.de';
import { sampleWords } from '../../../texts/sample-words.de';
import type { CastMember, CastOperator, SampleCast } from './cast';
import type { Fields, SamplePlayer } from './player';
import { later, type ServiceTime } from './schedule';
import type { SampleStep } from './story';

/** A fault in the sample month: who reports it, about which module, and who acts. */
export interface SampleTicket {
  readonly fault: SampleFault;
  readonly operator: CastOperator;
  readonly reporter: CastMember;
  readonly dispatcher: CastMember;
  readonly module: string;
  /** The module's maintainer, if it has one. */
  readonly maintainer: (CastMember & { readonly choice: string }) | undefined;
  number?: string;
}

const minutesToTarget = 6 * 8 * 60;
const minute = 60_000;
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** Gives each fault an operator, a module and people, in turn. Undefined if the cast has nobody for it. */
export function castTicket(fault: SampleFault, index: number, cast: SampleCast): SampleTicket | undefined {
  const operators = cast.operators.filter((operator) => operator[fault.module].length > 0);
  const operator = operators[index % operators.length];
  const modules = operator?.[fault.module] ?? [];
  // Rotates more slowly than the operators, so that every operator meets every module.
  const module = modules[Math.floor(index / Math.max(1, operators.length)) % modules.length];
  const reporter = operator?.members[index % operator.members.length];
  const dispatcher = cast.dispatchers[index % cast.dispatchers.length];
  if (!operator || !module || !reporter || !dispatcher) return undefined;
  const maintainers = cast.maintainers[module] ?? [];
  return {
    fault,
    operator,
    reporter,
    dispatcher,
    module,
    maintainer: maintainers[index % maintainers.length],
  };
}

/** Does one step of a ticket now. A step without anybody to do it is skipped. */
export async function playStep(
  player: SamplePlayer,
  ticket: SampleTicket,
  step: SampleStep,
  surroundings: { readonly now: number; readonly time: ServiceTime; readonly cast: SampleCast },
): Promise<void> {
  const { actions } = sampleWords;
  const { fault, reporter, dispatcher, maintainer } = ticket;
  const { platform } = surroundings.cast;
  const act = async (who: CastMember | undefined, action: string, fields: Fields = {}): Promise<void> => {
    if (who !== undefined) await player.act(who, ticket.number ?? '', action, fields);
  };
  switch (step) {
    case 'report':
      ticket.number = await player.report(fault.byPhone === true ? dispatcher : reporter, reportOf(ticket));
      return;
    case 'accept':
      return act(dispatcher, actions.accept.action, defined({ [actions.accept.priority]: fault.priority }));
    case 'decline':
      return act(dispatcher, actions.decline.action, {
        ...actions.decline.fields,
        [actions.decline.reason]: fault.declineReason ?? '',
      });
    case 'returnReport':
      return act(dispatcher, actions.returnReport.action, actions.returnReport.fields);
    case 'assign':
      return act(dispatcher, actions.assign.action, {
        [actions.assign.maintainer]: maintainer?.choice ?? '',
      });
    case 'startAnalysis':
    case 'closeWithoutAnswer':
    case 'beginTest':
      return act(dispatcher, actions[step].action);
    case 'failTest':
      return act(dispatcher, actions.failTest.action, actions.failTest.fields);
    case 'agreeAsDispatcher':
      return act(dispatcher, actions.agreeToPlan.action);
    case 'releaseAndClose':
      return act(dispatcher, actions.releaseAndClose.action, {
        ...actions.releaseAndClose.fields,
        [actions.releaseAndClose.notice]: sampleWords.noticeText(fault.title),
      });
    case 'supplement':
    case 'withdraw':
    case 'answerQuestion':
    case 'objectToPlan':
      return act(reporter, actions[step].action, actions[step].fields);
    case 'agreeAsOperator':
      return act(reporter, actions.agreeToPlan.action);
    case 'confirmNotice':
      return player.confirmNotice(reporter);
    case 'proposePlan':
    case 'changePlan':
      return act(maintainer, actions[step].action, planOf(step, surroundings));
    case 'beginWork':
      return act(maintainer, actions.beginWork.action);
    case 'askOperator':
    case 'requestSupport':
    case 'completeWork':
      return act(maintainer, actions[step].action, actions[step].fields);
    case 'takeSupport':
      return act(platform, actions.takeSupport.action);
    case 'completeSupport':
      return act(platform, actions.completeSupport.action, actions.completeSupport.fields);
  }
}

function reportOf({ fault, module, operator }: SampleTicket): Fields {
  const { report, classes } = sampleWords;
  return {
    ...(fault.byPhone === true ? { ...report.word, [report.operator]: operator.name } : {}),
    [report.module]: module,
    [report.title]: fault.title,
    [report.description]: fault.description,
    [report.reproducible]: fault.reproducible ?? 'immer',
    [report.proposedClass]: classes[fault.faultClass],
    [report.levelsDone]: true,
    ...(fault.securityRelevant === true ? { [report.securityRelevant]: true } : {}),
  };
}

/** The target is a future service day; a changed plan has an earlier one. */
function planOf(
  step: 'proposePlan' | 'changePlan',
  { now, time }: { readonly now: number; readonly time: ServiceTime },
): Fields {
  const { target, fields } = sampleWords.actions.proposePlan;
  const minutes = step === 'proposePlan' ? minutesToTarget : minutesToTarget / 2;
  const day = berlinDay.format(later(time, now, minutes * minute));
  return { ...(step === 'proposePlan' ? fields : {}), [target]: day };
}
