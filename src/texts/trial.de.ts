import type { Ticket } from '../domain/ticket/ticket';
import type { View } from './view';

/** In words wherever one to practise with is spoken of (process 7): colour alone says nothing to many. */
export const trialWord = 'Probe';

type Told = Pick<Ticket, 'trial'>;

/** What a sentence or summary begins with that speaks of the ticket: 'Probe: ' or nothing. */
export function trialMark({ trial }: Told): string {
  return trial === true ? `${trialWord}: ` : '';
}

/** The same among what is divided by points: 'Probe · Angefragt'. */
export function withTrialWord({ trial }: Told, text: string): string {
  return trial === true ? `${trialWord} · ${text}` : text;
}

/** The operator of the ticket; nobody is the operator of one to practise with. */
export function operatorName({ trial, operator }: Pick<Ticket, 'trial' | 'operator'>, view: View): string {
  return trial === true ? 'keiner (Probe)' : view.organisation(operator);
}
