import { maxMeetingLink, meetingLink } from '../../../../../src/adapters/teams/cards/meeting-link';
import { renderTicketCard, renderTicketCopy } from '../../../../../src/adapters/teams/cards/ticket-card';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import type { Place } from '../../../../../src/domain/organisation/place';
import type { Ticket } from '../../../../../src/domain/ticket/ticket';
import { asOfVersion12 } from '../../../../../src/simulator/connector/card-walk';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { recordOf, sampleTickets } from '../../../../cards/sample-stories';
import { planned } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const journal: Place = { kind: 'module', module: 'journal' };
const story = planned();

function linkOf(
  change: Partial<Ticket> = {},
  place = dispatch,
  organisation: Installation = installation,
): URL {
  const link = meetingLink({ ...story.stands, ...change }, place, viewAt(story.now, organisation));
  if (link === undefined) throw new Error('no link');
  expect(link.length).toBeLessThanOrEqual(maxMeetingLink);
  // Nothing but what a web address may hold, whatever was typed.
  expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meeting\/new\?[\w.~=&,%-]+$/);
  return new URL(link);
}

const titled = (title: string) => ({ report: { ...story.stands.report, title } });

describe('"Besprechung planen"', () => {
  test('given a plan, then the link has subject, module, class, target date and the parties’ mailboxes', () => {
    const { searchParams } = linkOf();
    expect(Object.fromEntries(searchParams)).toEqual({
      subject: 'SP-2026-0001 Fehlerbehebungsplan: Schichtbuch lässt sich nicht öffnen',
      content: `Betriebstagebuch, Klasse 2. Plan Version 1, Zieltermin Di 16.06.2026.`,
      attendees:
        'nord-1@example.org,maintainer-a1@example.org,dispatcher-1@example.org,dispatcher-2@example.org,maintainer-a2@example.org',
    });
  });

  test('given the contractor’s place, then nobody of the operator is in it, and it says who invites them', () => {
    const { href, searchParams } = linkOf({}, journal);
    expect(href).not.toMatch(/nord-\d/);
    expect(searchParams.get('content')).toContain(
      'Den Netzbetreiber laden bitte die Wartungs-Dispatcher ein.',
    );
  });

  test('given a security-relevant ticket, then it has number and class alone, and nothing of plan or module', () => {
    const { searchParams } = linkOf({ securityRelevant: true });
    expect(searchParams.get('subject')).toBe('SP-2026-0001 Fehlerbehebungsplan: Klasse 2');
    expect([...searchParams.keys()]).toEqual(['subject', 'attendees']);
  });

  test.each([
    ['&attendees=x@y.z#\'("*!)+%20', 'signs that end a parameter'],
    ['語'.repeat(120), 'a dense script'],
    ['🔥'.repeat(60), 'emoji'],
    ['[x](https://example.org)|`<b>', 'markup'],
  ])('given the title %s, then the subject is the title', (title) => {
    expect(linkOf(titled(title)).searchParams.get('subject')).toBe(
      `SP-2026-0001 Fehlerbehebungsplan: ${title}`,
    );
  });

  test.each([
    ['usual names', 'Störung', 'Betriebstagebuch'],
    ['the longest names', '語'.repeat(120), '語'.repeat(200)],
  ])(
    'given 200 maintainers and %s, then those needed most are invited, and it says that others are missing',
    (_, title, name) => {
      const [other] = installation.people.filter(({ id }) => id === 'maintainer-a2');
      const many = Array.from({ length: 200 }, (__, index) => ({
        ...other!,
        id: `m${index}`,
        mail: `maintainer-${index}@softwarehaus.example.org`,
      }));
      const modules = installation.modules.map((module) => ({ ...module, name }));
      const large = { ...installation, modules, people: [...installation.people, ...many] };
      for (const place of [dispatch, journal]) {
        const { searchParams } = linkOf(titled(title), place, large);
        expect(searchParams.get('content')).toContain('Nicht alle Beteiligten hatten in der Einladung Platz');
        expect(searchParams.get('attendees')).toMatch(/^(?:nord-1@example\.org,)?maintainer-a1@example\.org/);
      }
    },
  );
});

describe('the plan’s card', () => {
  const samples = [
    ...sampleTickets((field) => field),
    ...sampleTickets((field) => field, { securityRelevant: true }),
  ];
  const shown = (place: Place, { record, now }: (typeof samples)[number]) => {
    const card = renderTicketCard({ record, place, view: viewAt(now), mode: 'dialog' });
    return { card, screen: new CardScreen(card) };
  };

  test('given every ticket, then its parties’ cards have the button where a plan stands, unfolded alone, and no other place’s', () => {
    for (const sample of samples) {
      const { fixPlan, state } = sample.record.ticket;
      const stands = fixPlan !== undefined && (state === 'accepted' || state === 'inProgress');
      for (const place of [dispatch, nord, journal, { kind: 'platform' } as const]) {
        const { screen } = shown(place, sample);
        expect(screen.buttons).not.toContain('Besprechung planen');
        screen.toggle(screen.button('Einzelheiten'));
        expect({ place, has: screen.buttons.includes('Besprechung planen') }).toEqual({
          place,
          has: stands && place.kind !== 'platform',
        });
      }
    }
    expect(samples.filter(({ record }) => record.ticket.fixPlan !== undefined).length).toBeGreaterThan(5);
  });

  test('given a client of Adaptive Cards 1.2, then it has the button too; a copy has none', () => {
    const record = recordOf(story);
    const input = { record, place: dispatch, view: viewAt(story.now), mode: 'dialog' } as const;
    expect(JSON.stringify(asOfVersion12(renderTicketCard(input)))).toContain('Besprechung planen');
    expect(JSON.stringify(renderTicketCopy(input))).not.toContain('Besprechung planen');
  });
});
