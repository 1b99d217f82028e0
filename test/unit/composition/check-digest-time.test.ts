import { checkDigestTime } from '../../../src/composition/check-digest-time';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import { ConfigError, readConfig } from '../../../src/config';

const standard = { id: 'a', validFrom: '2020-01-01', calendar: createServiceCalendar(standardCalendar) };
const late = {
  id: 'b',
  validFrom: '2030-01-01',
  calendar: createServiceCalendar({
    zone: 'Europe/Berlin',
    hours: { 1: [{ from: '10:00', to: '12:00' }], 2: [] },
  }),
};

describe('DIGEST_TIME', () => {
  test('given none, then the digest follows the service time', () => {
    expect(readConfig({ DIGEST_TIME: ' ' }).digestTime).toBeUndefined();
    expect(() => checkDigestTime({}, [standard, late])).not.toThrow();
  });

  test('given a time within service time on every weekday of every calendar, then it is taken', () => {
    expect(readConfig({ DIGEST_TIME: '10:30' }).digestTime).toBe('10:30');
    expect(() => checkDigestTime({ digestTime: '10:30' }, [standard, late])).not.toThrow();
  });

  test.each(['07:00', '16:00', '09:00'])(
    'given %s, which some weekday of some calendar has no service time at, then the start is refused and the variable named',
    (digestTime) => {
      expect(() => checkDigestTime({ digestTime }, [standard, late])).toThrow(ConfigError);
      expect(() => checkDigestTime({ digestTime }, [standard, late])).toThrow(
        /^DIGEST_TIME: expected a time/,
      );
    },
  );

  test.each(['9:00', '24:00', '08:60', 'morgens', '08:30:00'])(
    'given "%s", then it is no time of day',
    (text) => {
      expect(() => readConfig({ DIGEST_TIME: text })).toThrow(
        /^DIGEST_TIME: expected a time of day as HH:MM/,
      );
    },
  );
});
