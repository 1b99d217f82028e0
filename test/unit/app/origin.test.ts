import { originFromText } from '../../../src/app/origin';

describe('the origin of a form', () => {
  test.each(['1718000000000', 'f:12-ab', 'help-card', '1.2', 'a'.repeat(200)])(
    'given %s, it is taken',
    (id) => {
      expect(originFromText(`19:x@thread.tacv2|${id}`)).toEqual({
        conversation: '19:x@thread.tacv2',
        activityId: id,
      });
    },
  );

  test.each(['..', '.', 'a..b', '.a', 'a.', 'a/b', 'a?b', 'a%2e', 'a#', 'a b', 'a\n', '', 'a'.repeat(201)])(
    'given %j, which could lead to another path, it is not taken',
    (id) => {
      expect(originFromText(`19:x@thread.tacv2|${id}`)).toBeUndefined();
    },
  );
});
