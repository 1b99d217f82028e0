import { mailLink, phoneLink } from '../../../../../src/adapters/teams/cards/contact-links';
import { renderContactsCard } from '../../../../../src/adapters/teams/cards/contacts-card';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { maxCardBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { asOfVersion12 } from '../../../../../src/simulator/connector/card-walk';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { lintCard } from '../../../../cards/card-linter';
import { bytesOf, partsOf } from '../../../../cards/card-parts';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { viewAt } from '../../../../support/view';

const now = berlin('2026-06-12T14:00');
const read = (card: object) => new CardScreen(card as Record<string, unknown>).text;

function withPhone(phone: string): Installation {
  const [first, ...others] = installation.people;
  if (first === undefined) throw new Error('the sample has people');
  return { ...installation, people: [{ ...first, phone, since: '2022-02-01' }, ...others] };
}

function linksOf(card: object): readonly unknown[] {
  return partsOf(card)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ url }) => url);
}

describe('"Ansprechpartner"', () => {
  test('given the organisation, when it is asked for, then it shows roles, modules, the hotline and as of when', () => {
    const text = read(renderContactsCard(viewAt(now, withPhone('+49 30 23125 111'))));
    expect(text).toContain('Stand Fr 12.06.2026, 14:00 Uhr');
    expect(text).toContain('Hotline: +49 30 0000000');
    expect(text).toContain(
      'Person dispatcher-1: Genossenschaft, dispatcher-1@example.org, +49 30 23125 111, seit Di 01.02.2022',
    );
    expect(text).toContain('Betriebstagebuch: Person maintainer-a1, Wartung A, maintainer-a1@example.org');
    expect(text).toContain('Betriebstagebuch: Person maintainer-a2, Wartung A, maintainer-a2@example.org');
    expect(text).toContain('Kontaktstammdaten: N.N., bitte an die Wartungs-Dispatcher wenden');
  });

  test('given a role that nobody holds, then it says N.N. and what to do', () => {
    const people = installation.people.filter(({ id }) => id !== 'owner');
    expect(read(renderContactsCard(viewAt(now, { ...installation, people })))).toContain(
      'Prozessverantwortlicher\nDerzeit: N.N., bitte die Hotline anrufen',
    );
  });

  test('given operators, then their people are not shown', () => {
    expect(JSON.stringify(renderContactsCard(viewAt(now)))).not.toMatch(/nord-1|sued-1/);
  });

  test('given mail and phone, then both are links, and what is no number is text', () => {
    const links = linksOf(renderContactsCard(viewAt(now, withPhone('+49 30 23125 111'))));
    expect(links).toEqual(
      expect.arrayContaining(['tel:+49300000000', 'mailto:dispatcher-1@example.org', 'tel:+493023125111']),
    );
    const unlinked = renderContactsCard(viewAt(now, withPhone('intern 4711')));
    expect(read(unlinked)).toContain('intern 4711');
    expect(linksOf(unlinked)).not.toContainEqual(expect.stringContaining('4711'));
  });

  test('given a client of Adaptive Cards 1.2, then it reads the same', () => {
    const card = renderContactsCard(viewAt(now));
    const old = asOfVersion12(card);
    expect(read(old)).toBe(read(card));
    expect(linksOf(old)).toEqual(linksOf(card));
  });
});

describe('given 500 people and 60 modules', () => {
  const fills = [
    ['usual names', ''],
    ['the longest names', 'M'],
    ['the longest names in a dense script', '語'],
  ] as const;

  function pages(fill: string): readonly object[] {
    const view = viewAt(now, largeOrganisation({ fill }));
    const [, last = '0'] = /Seite 1 von (\d+)/.exec(read(renderContactsCard(view))) ?? [];
    return Array.from({ length: Number(last) }, (_, index) => renderContactsCard(view, index + 1));
  }

  test.each(fills)('with %s, then every page is one that Teams takes', (_name, fill) => {
    const all = pages(fill);
    expect(all.length).toBeGreaterThan(5);
    for (const card of all) {
      expect(bytesOf(card)).toBeLessThanOrEqual(maxCardBytes);
      expect(lintCard(card, 'message')).toEqual([]);
    }
  });

  test('then the pages hold each contact once, and none of the operators’ people', () => {
    const text = pages('').map(read).join('\n');
    const { people, modules } = largeOrganisation();
    const known = new Set(modules.filter(({ maintainer }) => maintainer).map(({ id }) => id));
    for (const { mail, roles } of people) {
      const [grant] = roles;
      const isContact = grant?.role === 'maintainer' ? known.has(grant.module) : grant?.role === 'dispatcher';
      expect({ mail, times: text.split(`, ${mail},`).length - 1 }).toEqual({
        mail,
        times: isContact ? 1 : 0,
      });
    }
    for (const { name } of modules) expect(text).toContain(`\n${name}: `);
  });

  test('then the buttons lead from page to page, and a page beyond the last one is the last one', () => {
    const view = viewAt(now, largeOrganisation());
    const first = new CardScreen(renderContactsCard(view));
    expect(first.button('Nächste Seite')['data']).toEqual({ do: 'list', list: 'contacts', page: 2 });
    expect(read(renderContactsCard(view, 99))).toBe(read(pages('').at(-1) ?? {}));
  });
});

describe('the links of contacts', () => {
  test.each([
    ['dispatcher-1@example.org', 'mailto:dispatcher-1@example.org'],
    ["o'b+x_y@example.org", "mailto:o'b%2Bx_y@example.org"],
    ['a?cc=b&d@example.org', 'mailto:a%3Fcc%3Db%26d@example.org'],
  ])('given the mail address %s, then %s', (mail, link) => {
    expect(mailLink(mail)).toBe(link);
  });

  test.each([
    ['+49 30 23125 100', 'tel:+493023125100'],
    ['+49 (0)30/23125-100', 'tel:+493023125100'],
    ['(030) 23125', 'tel:03023125'],
    ['112', 'tel:112'],
    ['nur werktags', undefined],
    ['030 23125 (Zentrale)', undefined],
    ['', undefined],
  ])('given the number "%s", then %s', (phone, link) => {
    expect(phoneLink(phone)).toBe(link);
  });
});
