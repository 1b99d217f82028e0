import type { Overview } from '../../page-api';
import { PageLink } from '../state/page-link';
import { texts } from '../texts/page.de';
import { Face } from './face';

/** Shown to users who have not chosen a person yet. */
export function Welcome({ overview }: { readonly overview: Overview }) {
  return (
    <div className="welcome">
      <h2>{texts.whoIsWho}</h2>
      <p>{texts.start}</p>
      <p>{texts.startHint}</p>
      <ul className="who">
        {overview.people.map((person) => (
          <li key={person.key}>
            <Face name={person.name} personKey={person.key} size={40} />
            <span>
              <PageLink to={{ person: person.key }} className="who-name">
                {person.name}
              </PageLink>
              <span className="who-line">
                {[
                  person.organisation,
                  person.roles.join(', ') || texts.noRole,
                  ...(person.tenant === person.organisation ? [] : [texts.tenant(person.tenant)]),
                ].join(' · ')}
              </span>
              <span className="who-line">{person.description}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
