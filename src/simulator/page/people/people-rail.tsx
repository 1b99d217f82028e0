import { OpenRegular } from '@fluentui/react-icons';
import type { PersonSummary } from '../../page-api';
import { PageLink } from '../state/page-link';
import { hrefOf } from '../state/route';
import { texts } from '../texts/page.de';
import { Face } from './face';
import { Counts } from './counts';

/** The people of the organisation; each entry makes this window that person. */
export function PeopleRail({
  people,
  chosen,
}: {
  readonly people: readonly PersonSummary[];
  readonly chosen: string | undefined;
}) {
  return (
    <nav className="rail" aria-label={texts.people}>
      <h2 className="pane-title">{texts.people}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.key} className="rail-item" data-chosen={person.key === chosen}>
            <PageLink to={{ person: person.key }} className="rail-link" current={person.key === chosen}>
              <Face name={person.name} personKey={person.key} size={36} />
              <span className="rail-text">
                <span className="rail-name">{person.name}</span>
                <span className="rail-line">{person.organisation}</span>
                <span className="rail-line">{person.roles.join(', ') || texts.noRole}</span>
              </span>
              <Counts unread={person.unread} mentions={person.mentions} />
            </PageLink>
            <a
              className="rail-window"
              href={hrefOf({ person: person.key })}
              target="_blank"
              rel="noopener"
              aria-label={texts.ownWindow(person.name)}
              title={texts.ownWindow(person.name)}
            >
              <OpenRegular aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
