import { fromStored, storable } from '../../../../src/adapters/mongo/stored-form';

describe('the stored form', () => {
  it('given dates anywhere, when read, then they are instants', () => {
    const stored = { at: new Date(5), list: [{ at: new Date(6) }], text: '2026-06-12', no: false };
    expect(fromStored(stored)).toEqual({ at: 5, list: [{ at: 6 }], text: '2026-06-12', no: false });
  });

  it('given nothing in a field, when read or written, then the field is not there', () => {
    expect(Object.keys(fromStored<object>({ a: null, b: undefined, c: 0 }))).toEqual(['c']);
    expect(Object.keys(storable<object>({ a: undefined, b: '', c: 0 }))).toEqual(['b', 'c']);
  });

  it('given half a surrogate pair, when written, then it is what UTF-8 makes of it', () => {
    expect(storable({ text: ['a\ud800b', '🙂'] })).toEqual({ text: ['a\ufffdb', '🙂'] });
  });
});
