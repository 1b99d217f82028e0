import { isPlaceholderId, seemsMadeUp } from '../../../../src/domain/organisation/placeholder-id';

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

describe('an id that seems made up', () => {
  test.each([
    '00000000-0000-0000-0000-000000000000',
    '00000000-0000-4000-8000-000000000001',
    '00000000-0000-0000-0000-0000000000AA',
    '11111111-0000-4000-8000-000000000001',
    'aaaaaaaa-bbbb-4aaa-8bbb-aaaaaaaaaaaa',
  ])('given %s, then it does', (id) => expect(seemsMadeUp(id)).toBe(true));

  test.each([
    '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31',
    'c0000000-0000-4000-8000-000000000001',
    '11111111-2222-4333-8444-555555555555',
  ])('given %s, then it does not', (id) => expect(seemsMadeUp(id)).toBe(false));
});
