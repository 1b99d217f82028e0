import { cardWords } from '../../../texts/card-words.de';
import { hotlineText, strangerSentence } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { peopleWithRole } from '../../../domain/organisation/find';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';

/** A sentence for whoever pressed or wrote, above the present card of the ticket where there is one (process 3). */
export function renderNotice(text: string, ticketCard?: AdaptiveCardJson): AdaptiveCardJson {
  const notice = expandCard('notice.card', { text });
  return ticketCard === undefined ? notice : { ...ticketCard, body: [...notice.body, ...ticketCard.body] };
}

/** Somebody who is not known is told whom to ask, and nothing else. */
export function strangerText(view: View): string {
  const mailboxes = peopleWithRole(view.installation, 'processOwner').map((person) => person.mail);
  const ask = [...new Set(mailboxes), hotlineText(view.installation.hotline)].join(cardWords.orBetween);
  return strangerSentence(ask);
}
