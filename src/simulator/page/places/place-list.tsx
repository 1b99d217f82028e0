import { Button } from '@fluentui/react-button';
import { ArrowLeftRegular, ChatRegular, NumberSymbolRegular, PeopleRegular } from '@fluentui/react-icons';
import type { ConversationKind, ConversationSummary } from '../../page-api';
import { Counts } from '../people/counts';
import { personPath } from '../state/api';
import { PageLink } from '../state/page-link';
import { useResource } from '../state/resource';
import { goTo } from '../state/route';
import { texts } from '../texts/page.de';

interface PlaceListProps {
  readonly person: string;
  readonly name: string;
  readonly chosen: string | undefined;
  readonly narrow: boolean;
}

/** The chats and channels of a person, the channels under their team. */
export function PlaceList({ person, name, chosen, narrow }: PlaceListProps) {
  const places = useResource<ConversationSummary[]>(personPath(person, 'conversations'));
  const groups = grouped(places.data ?? []);
  return (
    <nav className="places" aria-label={texts.placesOf(name)}>
      <div className="pane-head">
        {narrow && (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={texts.backTo(texts.people)}
            onClick={() => goTo({})}
          />
        )}
        <h2 className="pane-title">{texts.places}</h2>
      </div>
      <p className="places-of">{name}</p>
      {places.data === undefined && <p className="hint">{places.error ?? texts.loading}</p>}
      {places.data?.length === 0 && <p className="hint">{texts.noPlaces}</p>}
      {groups.map(([title, members]) => (
        <section key={title} aria-label={title}>
          <h3 className="group-title">{title}</h3>
          <ul>
            {members.map((place) => (
              <li key={place.id}>
                <PageLink
                  to={{ person, place: place.id }}
                  className="place-link"
                  current={place.id === chosen}
                >
                  <PlaceIcon kind={place.kind} />
                  <span className="place-text">
                    <span className="place-name" data-unread={place.unread > 0}>
                      {place.name}
                    </span>
                    {place.preview !== undefined && (
                      <span className="place-line place-preview">{place.preview}</span>
                    )}
                    {place.shared && (
                      <span className="place-line">
                        {texts.shared}, {texts.hostedBy(place.tenant)}
                      </span>
                    )}
                  </span>
                  <Counts unread={place.unread} mentions={place.mentions} />
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

export function PlaceIcon({ kind }: { readonly kind: ConversationKind }) {
  if (kind === 'channel') return <NumberSymbolRegular className="place-icon" aria-hidden />;
  return kind === 'group' ? (
    <PeopleRegular className="place-icon" aria-hidden />
  ) : (
    <ChatRegular className="place-icon" aria-hidden />
  );
}

function grouped(places: readonly ConversationSummary[]): [string, ConversationSummary[]][] {
  const groups = new Map<string, ConversationSummary[]>();
  for (const place of places) {
    const title = place.kind === 'channel' ? (place.team ?? texts.places) : texts.chats;
    groups.set(title, [...(groups.get(title) ?? []), place]);
  }
  return [...groups];
}
