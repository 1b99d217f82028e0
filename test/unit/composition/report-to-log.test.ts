import { createHash } from 'node:crypto';
import { createLogger } from '../../../src/adapters/logging';
import { reportDelivery, reportDueRecords } from '../../../src/composition/report-to-log';

const ids = [
  'SP-2026-0001/3/card@channel:19:netz-nord@thread.tacv2',
  'SP-2026-0001/3/mention@person:leitwarte-a',
];

function logged(report: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  report(createLogger({ level: 'debug', stream: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('what the log says of a delivery', () => {
  test.each(['sent', 'paused', 'undeliverable', 'setAside'] as const)(
    'given it was %s, then neither channel nor person, but one and the same short sign for each',
    (kind) => {
      const lines = logged((logger) =>
        [...ids, ...ids].forEach((id) => reportDelivery(logger, { kind, id, status: 403, again: false })),
      );
      expect(lines).toHaveLength(4);
      const said = lines.map((line) => ({ ...line, time: undefined }));
      expect(JSON.stringify(said)).not.toMatch(/19:|thread|netz-nord|leitwarte|SP-2026/);
      const [one, other, again] = lines.map(({ delivery }) => delivery);
      expect(one).toBe(createHash('sha256').update(ids[0]!).digest('hex').slice(0, 12));
      expect(again).toBe(one);
      expect(other).not.toBe(one);
    },
  );
});

describe('what the log says of what time brings to the organisation', () => {
  test('given records, then how many, and nothing of them', () => {
    const [line] = logged((logger) => reportDueRecords(logger, { records: 3 }));
    expect(line).toMatchObject({ records: 3, msg: 'due of the organisation, recorded' });
  });
});
