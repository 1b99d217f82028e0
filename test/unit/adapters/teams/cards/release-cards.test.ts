import { viewAt } from '../../../../support/view';
import type { PublishedNotice } from '../../../../../src/app/ports/release-notice-store';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import { renderBugfixPackagesCard } from '../../../../../src/adapters/teams/cards/bugfix-packages-card';
import { renderReleaseNoticeCard } from '../../../../../src/adapters/teams/cards/notice-release-card';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ordinary } from '../../../../cards/typing';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { grantedToNord, repository, withTasks } from '../../../../support/access';
import { largeOrganisation } from '../../../../support/large-organisation';
import { berlin } from '../../../../support/given';

function noticeScreen(name: string, operator: string, securityRelevant = false): CardScreen {
  const found = sampleTickets(ordinary, { securityRelevant }).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sample "${name}"`);
  const { record } = found;
  return new CardScreen(renderReleaseNoticeCard({ record, operator, view: viewAt(), mode: 'dialog' }));
}

describe('the release notice (process 6)', () => {
  test('given a fix, when an affected operator reads of it, then it has module, version, what it fixes and the package', () => {
    const screen = noticeScreen('closed with a fix', 'nord');
    expect(screen.text).toContain('Modul: Betriebstagebuch');
    expect(screen.text).toContain('Behoben in Version: Angabe zu fixVersion');
    expect(screen.text).toContain('Behebt: Angabe zu noticeText');
    expect(screen.text).toContain('Paket: Angabe zu packageReference');
    expect(screen.buttons).toEqual(['Gelesen']);
  });

  test('given somebody else’s ticket, when its notice is read, then nothing of who reported it stands there', () => {
    const { text } = noticeScreen('closed with a fix', 'nord');
    expect(text).not.toMatch(/Netz Nord|nord-1|Angabe zu (title|description|changed)|SP-2026/);
  });

  test('given a confirmation, when it is read, then it says who and when, and cannot be pressed again', () => {
    const screen = noticeScreen('notice confirmed', 'nord');
    expect(screen.text).toContain(
      'Gelesen: bestätigt von Person dispatcher-1 auf Ihr Wort (Telefon) am Do 11.06.2026, 10:00 Uhr',
    );
    expect(screen.buttons).toEqual([]);
  });

  test('given a security-relevant ticket, when its notice is read, then of what was typed only the dispatcher’s text is there', () => {
    const { text } = noticeScreen('closed with a fix', 'nord', true);
    expect(text).toContain('Behebt: Angabe zu noticeText');
    expect(text.match(/Angabe zu \w+/g)).toEqual(['Angabe zu noticeText']);
  });

  test('given an operator who is owed none, when the notice is asked for, then that is an error', () => {
    expect(() => noticeScreen('requested', 'nord')).toThrow('no release notice');
  });
});

describe('"Bugfix-Pakete"', () => {
  const notice: PublishedNotice = {
    id: 'SP-2026-0001:nord',
    ticket: 'SP-2026-0001',
    operator: 'nord',
    module: 'journal',
    fixVersion: '2.3.1',
    packageReference: 'journal-2.3.1.tgz',
    text: 'Die Suche findet wieder alle Einträge.',
    releasedAt: berlin('2026-06-11T09:00'),
  };

  test('given releases, when they are listed, then each has module, version, what it fixes, package and time', () => {
    const card = renderBugfixPackagesCard({
      released: [notice],
      total: 1,
      page: 1,
      contracts: [],
      view: viewAt(),
    });
    const { text, buttons } = new CardScreen(card);
    expect(text).toContain(
      'Betriebstagebuch\nBehoben in Version: 2.3.1\nBehebt: Die Suche findet wieder alle Einträge.\nPaket: journal-2.3.1.tgz\nFreigegeben: Do 11.06.2026, 09:00 Uhr',
    );
    expect(buttons).toEqual(['Vertrag']);
  });

  test('given none, when they are listed, then it says so', () => {
    const card = renderBugfixPackagesCard({ released: [], total: 0, page: 1, contracts: [], view: viewAt() });
    expect(new CardScreen(card).text).toContain('noch nichts freigegeben');
  });

  test('given more than a page, when they are listed, then the next page can be asked for', () => {
    const released = Array.from({ length: 8 }, (_, index) => ({ ...notice, id: String(index) }));
    const screen = new CardScreen(
      renderBugfixPackagesCard({ released, total: 9, page: 1, contracts: [], view: viewAt() }),
    );
    expect(screen.text).toContain('Seite 1 von 2');
    expect(screen.button('Nächste Seite')['data']).toEqual({ do: 'list', list: 'released', page: 2 });
  });

  describe('what the operator’s contracts open (process 8)', () => {
    const now = berlin('2026-06-12T10:00');
    const contractsIn = ({ contracts }: Installation) =>
      contracts.filter(({ operator }) => operator === 'nord');

    test('given contracts, when packages are listed, then end, access and repository of each stand at the top of the first page', () => {
      const recorded = withTasks([grantedToNord], { to: '2026-12-31' });
      const input = { released: [notice], total: 9, contracts: contractsIn(recorded) };
      const view = viewAt(now, recorded);
      const { text } = new CardScreen(renderBugfixPackagesCard({ ...input, page: 1, view }));
      expect(text).toContain(
        `Ihre Verträge\nBetriebstagebuch: bis Do 31.12.2026; Paketzugang: eingerichtet seit Do 11.06.2026; ${repository}\nStörungsinformationstool: unbefristet; Paketzugang: kein Paket-Repository`,
      );
      expect(text.indexOf('Ihre Verträge')).toBeLessThan(text.indexOf('Behebt'));
      expect(text).not.toContain('nord-lesend');
      const second = new CardScreen(renderBugfixPackagesCard({ ...input, page: 2, view }));
      expect(second.text).not.toContain('Ihre Verträge');
    });

    test.each(['x', 'ä', '界', '😀', '"', '\\'])(
      'given 60 contracts and all as long as it may be, in "%s", when packages are listed, then Teams carries the card',
      (fill) => {
        const large = largeOrganisation({ fill });
        const long = (text: string, length: number) => `${text}${fill.repeat(length)}`.slice(0, length);
        const modules = large.modules.map((each) => ({ ...each, packageRepository: long(repository, 500) }));
        const contracts = modules.map(({ id: module }) => ({
          ...{ id: `nord-${module}`, operator: 'nord', module, from: '2024-01-01' },
        }));
        const typed = { fixVersion: long('', 200), packageReference: long('', 500), text: long('', 2_000) };
        const released = Array.from({ length: 8 }, () => ({ ...notice, ...typed, module: 'module-1' }));
        const recorded = { ...large, modules, contracts };
        const card = renderBugfixPackagesCard({
          ...{ released, total: 9, page: 1, contracts, view: viewAt(now, recorded) },
        });
        expect(fits(card)).toBe(true);
        expect(new CardScreen(card).text).toMatch(/Weitere: 5[05] unter „Vertrag“/);
      },
    );
  });
});
