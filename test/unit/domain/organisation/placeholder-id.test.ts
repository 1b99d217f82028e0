import { isPlaceholderId } from '../../../../src/domain/organisation/placeholder-id';

describe('an id that stands for one to be filled in', () => {
  test.each([
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF',
    '00000000-0000-4000-8000-000000000000',
    '11111111-1111-4111-A111-111111111111',
  ])('given %s, then it is one', (id) => expect(isPlaceholderId(id)).toBe(true));

  test.each([
    '00000000-0000-4000-8000-000000000001',
    '00000000-0000-1000-8000-000000000000',
    '11111111-2222-4333-8444-555555555555',
  ])('given %s, then it is none', (id) => expect(isPlaceholderId(id)).toBe(false));
});
