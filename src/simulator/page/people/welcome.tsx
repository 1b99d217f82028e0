import { Avatar } from '@fluentui/react-components';
import type { Overview } from '../../page-api';
import { PageLink } from '../state/page-link';
import { texts } from '../texts.de';

/** What is in front of somebody who has not chosen a person yet. */
export function Welcome({ overview }: { overview: Overview }) {
  return (
    <div className="welcome">
      <h2>{texts.whoIsWho}</h2>
      <p>{texts.start}</p>
      <p>{texts.startHint}</p>
      <ul className="who">
        {overview.people.map((person) => (
          <li key={person.key}>
            <Avatar name={person.name} color="colorful" idForColor={person.key} size={40} aria-hidden />
            <span>
              <PageLink to={{ person: person.key }} className="who-name">
                {person.name}
              </PageLink>
              <span className="who-line">
                {person.organisation} · {person.roles.join(', ') || texts.noRole} · {person.tenant}
              </span>
              <span className="who-line">{person.description}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
