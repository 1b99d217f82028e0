import fc from 'fast-check';
import { readOrganisation } from '../../../../src/adapters/organisation/read-organisation';
import { writeOrganisation } from '../../../../src/adapters/organisation/write-organisation';
import type { Installation } from '../../../../src/domain/organisation/installation';
import { changedAll, sampleText } from './file-text';
import { installations } from './generated-installations';

const sample = readOrganisation(sampleText);

/** As data: a calendar is what it was made from. */
const asData = ({ calendars, ...installation }: Installation) => ({
  ...installation,
  calendars: calendars.map(({ calendar, ...entry }) => ({ ...entry, definition: calendar.definition })),
});

const again = (installation: Installation) => asData(readOrganisation(writeOrganisation(installation)));

describe('an organisation file that is written', () => {
  test('given the sample, then it reads as the same installation and is written the same again', () => {
    expect(again(sample)).toEqual(asData(sample));
    const written = writeOrganisation(sample);
    expect(writeOrganisation(readOrganisation(written))).toBe(written);
  });

  test('given the sample, then in the shape of the file: umlauts as they are, days in quotation marks, no defaults', () => {
    const written = writeOrganisation(sample);
    expect(written).toContain('name: Stellungnahme TÖB\n');
    expect(written).toContain(
      "    from: '2022-02-01'\n    noticeMonths: 3\n    installedVersion: 2.1.0\n    packageContact: leitwarte-nord-a\n",
    );
    expect(written).toContain("      1:\n        - from: '08:30'\n          to: '17:00'\n");
    expect(written).toContain('      - maintainer: betriebstagebuch\n');
    expect(written).not.toMatch(/contactPeople: \[\]|\\u/);
    expect(written.match(/serviceUrl/g)).toHaveLength(1);
  });

  test.each(['1.10', '007', '1e3', '2026-06-12', 'null', 'yes', 'No', '~', '0x1F', '12:30', '1_000', '.inf'])(
    'given the version %s, then it stands in quotation marks',
    (version) => {
      const contract = { id: 'nord', operator: 'netz-nord', module: 'betriebstagebuch', from: '2026-01-01' };
      const installation = { ...sample, contracts: [{ ...contract, installedVersion: version }] };
      expect(writeOrganisation(installation)).toContain(`installedVersion: '${version}'\n`);
      expect(again(installation)).toEqual(asData(installation));
    },
  );

  test('given a value that stands in two places, then it is written twice, without an anchor', () => {
    const contract = { id: 'nord', operator: 'netz-nord', module: 'betriebstagebuch', from: '2026-01-01' };
    const written = writeOrganisation({ ...sample, contracts: [contract, contract] });
    expect(written.match(/operator: netz-nord/g)).toHaveLength(2);
    expect(written).not.toMatch(/[&*]a\d/);
  });

  test('given a calendar with everything, and a channel of another tenant and cloud, then nothing is lost', () => {
    const hours = {
      6: [
        { from: '09:00', to: '12:00' },
        { from: '13:00:30', to: '24:00' },
      ],
      7: [],
    };
    const everything = readOrganisation(
      changedAll(
        [
          ['calendars', 1],
          {
            validFrom: '2027-01-01',
            zone: 'Europe/Vienna',
            hours,
            holidayRegion: 'BY',
            holidays: ['2027-05-03'],
            closedDays: ['2027-12-24', '2027-12-31'],
            openDays: [{ date: '2027-12-26', windows: [{ from: '10:00', to: '11:00' }] }],
          },
        ],
        [['modules', 3, 'channel', 'tenant'], 'd0000000-0000-4000-8000-000000000001'],
        [['modules', 3, 'channel', 'serviceUrl'], 'https://smba.trafficmanager.net/emea/'],
        [['urgentReports'], { classes: [], atAnyHour: false }],
      ),
    );
    expect(everything.calendars).toHaveLength(2);
    expect(again(everything)).toEqual(asData(everything));
  });

  test('given any installation, then it reads as the same again', () => {
    fc.assert(
      fc.property(installations, (installation) => {
        expect(again(installation)).toEqual(asData(installation));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) },
    );
  });
});
