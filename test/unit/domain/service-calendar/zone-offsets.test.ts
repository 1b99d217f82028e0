import { IANAZone } from 'luxon';
import { isKnownZone, zoneOffsets } from '../../../../src/domain/service-calendar/zone-offsets';
import {
  localToInstant,
  localToInstants,
  skippedTime,
} from '../../../../src/domain/service-calendar/local-time';

describe('clock changes of a zone', () => {
  test('given every zone of the runtime, the offset is luxon’s around each change found', () => {
    const wrong: string[] = [];
    for (const [index, name] of Intl.supportedValuesOf('timeZone').entries()) {
      const offsets = zoneOffsets(name);
      const luxonZone = IANAZone.create(name);
      const year = 1970 + ((index * 37) % 230);
      const stretches = offsets.stretchesOf(year);
      const instants = stretches.flatMap(({ from, to }) => [
        from,
        to - 1,
        from + Math.floor((to - from) / 3),
      ]);
      for (const at of instants) {
        if (offsets.offsetAt(at) !== Math.round(luxonZone.offset(at) * 60) * 1000)
          wrong.push(`${name} ${at}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  test('given the zones with the shortest excursions to another offset, none is missed', () => {
    const changes = (zone: string, year: number) =>
      zoneOffsets(zone)
        .stretchesOf(year)
        .slice(1)
        .map(({ from }) => new Date(from).toISOString().slice(0, 10));

    expect(changes('America/Recife', 2000)).toEqual(['2000-02-27', '2000-10-08', '2000-10-15']);
    expect(changes('America/Argentina/Tucuman', 2004)).toEqual(['2004-06-01', '2004-06-13']);
    expect(changes('Africa/Cairo', 2010)).toHaveLength(4);
  });

  test('given a name in another case it is the zone, given an offset or nonsense it is none', () => {
    expect(zoneOffsets('europe/berlin').offsetAt(0)).toBe(3_600_000);
    expect(['Europe/Berlin', 'UTC', '+01:00', 'Mars/Base', ''].map(isKnownZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('local time to instant (process 2.7)', () => {
  const iso = (local: string, zone: string) => {
    const at = localToInstant(local, zone);
    return at === undefined ? undefined : new Date(at).toISOString();
  };

  test('given a time that exists once, it is that one', () => {
    expect(iso('2026-06-12T14:00', 'Europe/Berlin')).toBe('2026-06-12T12:00:00.000Z');
    expect(iso('2026-01-01T00:00:30', 'Pacific/Auckland')).toBe('2025-12-31T11:00:30.000Z');
    expect(iso('2025-12-31T23:30', 'America/New_York')).toBe('2026-01-01T04:30:00.000Z');
  });

  test('given a time that occurs twice, it is the first', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(localToInstants('2026-10-25T02:30', 'Europe/Berlin')).toHaveLength(2);
    expect(localToInstants('2026-10-25T03:00', 'Europe/Berlin')).toHaveLength(1);
  });

  test('given a time that does not exist, there is no instant but the gap is known', () => {
    expect(iso('2026-03-29T02:00', 'Europe/Berlin')).toBeUndefined();
    expect(iso('2026-03-29T02:59:59', 'Europe/Berlin')).toBeUndefined();
    expect(iso('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(iso('2011-12-30T12:00', 'Pacific/Apia')).toBeUndefined();
    expect(skippedTime('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
      before: { date: '2026-03-29', timeOfDay: 7_200_000 },
      after: { date: '2026-03-29', timeOfDay: 10_800_000 },
    });
    expect(skippedTime('2026-03-29T03:00', 'Europe/Berlin')).toBeUndefined();
  });

  test.each([
    '2026-02-30T10:00',
    '2026-06-12',
    '2026-06-12T24:00',
    '2026-06-12 10:00',
    '12.06.2026 10:00',
    '0050-01-01T10:00',
  ])('given %s, it is no local time', (text) => {
    expect(iso(text, 'Europe/Berlin')).toBeUndefined();
  });
});
