import { createLogger } from '../../../src/adapters/logging';
import { warnOfDoubts } from '../../../src/composition/warn-of-doubts';
import type { Installation } from '../../../src/domain/organisation/installation';
import { sampleInstallation } from '../../support/sample-teams';

const installation = sampleInstallation('https://smba.trafficmanager.net/emea/');

/** What is in the log, without its time. */
function warned(installationNow: Installation, now: string, appTenant: string): string[] {
  const lines: string[] = [];
  const logger = createLogger({ stream: { write: (line) => void lines.push(line) } });
  warnOfDoubts(installationNow, { now: Date.parse(now), appTenant, logger });
  return lines;
}

/** The last day of all dispatchers, on the calendar's clock. */
const untilFriday: Installation = {
  ...installation,
  people: installation.people.map((person) =>
    person.id.startsWith('dispatcher') ? { ...person, until: '2026-06-12' } : person,
  ),
};

describe('what the log says of an installation that is surely wrong', () => {
  test('given the sample, then nothing', () => {
    expect(warned(installation, '2026-06-12T10:00:00Z', installation.hostingTenant)).toEqual([]);
  });

  test('given doubts, then a warning each, with ids and without names, on the day of the calendar', () => {
    expect(warned(untilFriday, '2026-06-12T21:59:00Z', installation.hostingTenant)).toEqual([]);
    const lines = warned(untilFriday, '2026-06-12T22:00:00Z', '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 40, doubt: 'otherAppTenant' }),
      expect.objectContaining({
        level: 40,
        doubt: 'noDispatcher',
        msg: 'nobody holds the role dispatcher today',
      }),
    ]);
  });

  test('given a module that nobody maintains, then its id', () => {
    const people = installation.people.filter(({ organisation }) => organisation !== 'softwarehaus-ost');
    const lines = warned({ ...installation, people }, '2026-06-12T10:00:00Z', installation.hostingTenant);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ doubt: 'unmaintained', module: 'stoerungsinformationstool' }),
    ]);
  });
});
