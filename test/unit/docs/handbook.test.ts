import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadOrganisation } from '../../../src/adapters/organisation/load-organisation';
import type { ChatRequest } from '../../../src/adapters/teams/chat/parse-chat-command';
import { understand } from '../../../src/adapters/teams/chat/understand';
import { sampleOrganisationFile } from '../../../src/config';
import { roles } from '../../../src/domain/organisation/installation';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import { ticketActions } from '../../../src/domain/ticket/actions/registry';
import { teamsOfInstallation } from '../../../src/local-mode/teams-of-installation';
import { actionNameFor } from '../../../src/texts/action-names.de';
import { correctedText } from '../../../src/texts/bot-answers.de';
import { handbook, handbookTable } from '../../support/handbook';

const root = join(__dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const installation = loadOrganisation(sampleOrganisationFile);
const modules = Object.values(installation.modules);

/** Every word and sentence that the product has ready. */
const texts = new Set(
  readdirSync(join(root, 'src/texts')).flatMap((file) =>
    stringsOf(jest.requireActual<object>(join(root, 'src/texts', file))),
  ),
);

/** The words of Teams on this machine; its page is a program of its own. */
const pageWords = [...read('src/simulator/page/texts/page.de.ts').matchAll(/'([^'\n]+)'/g)].map(
  ([, words = '']) => words,
);

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** What somebody gets who writes it, in the handbook's words. */
function answerTo(typed: string): string {
  const request = understand(typed, modules);
  return request === undefined ? 'nothing' : answers(request);
}

function answers(request: ChatRequest): string {
  switch (request.command) {
    case 'notUnderstood':
      return 'nothing';
    case 'openTickets': {
      const { overdue, waiting } = request.filter ?? {};
      if (overdue) return 'was überfällig ist';
      return waiting ? 'die Tickets, die auf Sie warten' : 'die Liste';
    }
    case 'reportFault':
      return 'das Formular';
    case 'faultText':
      return 'das Formular mit Ihrem Text';
    case 'ticket':
    case 'standing':
      return 'den Stand des Tickets';
    case 'overview':
      return 'die Übersicht';
    case 'contacts':
      return 'die Ansprechpartner';
    case 'serviceHours':
      return 'Servicezeiten und Reaktionszeiten';
    default:
      return request.command;
  }
}

/** 'Kommentar' of 'Kommentar SP-2026-0001 …': without whom it is written to, which ticket and what. */
function commandIn(words: string): string {
  return words.replace('@Software-Pflege ', '').replace(/ (?:SP-\d{4}-\d{4}|…)/g, '');
}

function quotedIn(text: string): readonly string[] {
  return [...text.replace(/\s+/g, ' ').matchAll(/„([^“]+)“/g)].map(([, words = '']) => words);
}

describe('given the handbook', () => {
  // They say how something is typed, and are nothing that the product says or takes by itself.
  const spelling = ['ae', 'ä', 'an alle', 'zu', 'an', 'für', '…', '/'];
  const wordsOfTeams = ['Nur Sie können diese Nachricht sehen'];
  const sentences = ['Meinten Sie …?', correctedText('commentAdded', '…', '…')];
  const { teams = [] } = teamsOfInstallation(installation);
  const names = [
    ...teams.flatMap(({ channels }) => channels.map(({ name }) => name)),
    ...modules.map(({ name }) => name),
    ...roles.flatMap((role) => ticketActions.map((action) => actionNameFor(action, role))),
  ];

  test('when it names a button, a command or a channel, then the product has it by that name', () => {
    const quoted = quotedIn(handbook.replace(/^\|.*Sie schreiben[^]*?\n\n/m, ''));
    expect(quoted.length).toBeGreaterThan(70);
    const known = new Set([...texts, ...pageWords, ...names, ...spelling, ...wordsOfTeams, ...sentences]);
    const unknown = quoted.filter((words) => !known.has(words) && !known.has(commandIn(words)));
    expect(unknown).toEqual([]);
  });

  test('when somebody writes as its examples do, then they get what stands beside them', () => {
    const rows = handbookTable('Schreiben, wie Sie sprechen');
    expect(rows.length).toBeGreaterThan(5);
    for (const [typed = '', promised = ''] of rows) {
      for (const phrase of quotedIn(typed)) {
        const isPromised = promised.split('; ').some((part) => part.startsWith(answerTo(phrase)));
        expect({ phrase, isPromised }).toEqual({ phrase, isPromised: true });
      }
    }
  });

  test('when it says who is who, then the sample has these people, and no others', () => {
    const first = handbookTable('Wer ist wer im Beispiel').map(([person = '']) => person);
    const people = first.flatMap((cell) => {
      const [, base, one, other] = /^(.*, Schicht) (\w) und (\w)$/.exec(cell) ?? [];
      if (base !== undefined) return [`${base} ${one ?? ''}`, `${base} ${other ?? ''}`];
      if (cell.endsWith(', mit Vertretung')) {
        const name = cell.replace(', mit Vertretung', '');
        return [name, `${name}, Vertretung`];
      }
      return cell.startsWith('Dispatcher') ? cell.split(', ') : [cell];
    });
    const stranger = 'Fremde Person';
    expect([...people].sort()).toEqual([...installation.people.map(({ name }) => name), stranger].sort());
  });

  test('when it says at which shares of the reaction time is warned, then it says the default', () => {
    const [last, ...others] = defaultThresholdPercents.map((percent) => `${percent} %`).toReversed();
    expect(handbook).toContain(`Bei ${others.toReversed().join(', ')} und ${last} der Reaktionszeit`);
  });
});

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe.each(pages)('given %s', (page) => {
  const text = read(page);

  test('when it links to a file or to a heading, then both are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !/^https?:/.test(link) && !isThere(link));
    expect(missing).toEqual([]);
  });

  test('when it names a command of npm, then package.json has it', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object };
    const named = [...text.matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  function isThere(link: string): boolean {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(join(root, target))) return false;
    return anchor === undefined || anchorsOf(read(target)).includes(anchor);
  }
});

/** As GitHub makes them of the headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}
