import { mongo } from 'mongoose';
import { againOnDuplicateKey, isDuplicateKey } from '../../../../src/adapters/mongo/store-errors';

function bulkError(codes: readonly number[]): unknown {
  return new mongo.MongoBulkWriteError(
    {
      message: 'refused',
      code: codes[0] ?? 0,
      writeErrors: codes.map((code) => ({ code }) as mongo.WriteError),
    },
    { getWriteConcernError: () => undefined } as mongo.BulkWriteResult,
  );
}

describe('errors of the store', () => {
  it('given a single write, then the code tells a taken key', () => {
    expect(isDuplicateKey(new mongo.MongoServerError({ message: 'E11000', code: 11000 }))).toBe(true);
    expect(isDuplicateKey(new mongo.MongoServerError({ message: 'other', code: 2 }))).toBe(false);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
  });

  it('given many writes at once, then one other error among taken keys is not swallowed', () => {
    expect(isDuplicateKey(bulkError([11000, 11000]))).toBe(true);
    expect(isDuplicateKey(bulkError([11000, 10334]))).toBe(false);
    expect(isDuplicateKey(bulkError([]))).toBe(false);
  });

  it('given a taken key twice, or another error, then it is thrown', async () => {
    const taken = new mongo.MongoServerError({ message: 'E11000', code: 11000 });
    await expect(againOnDuplicateKey(() => Promise.reject(taken))).rejects.toBe(taken);
    let calls = 0;
    const failing = () => {
      calls += 1;
      return Promise.reject(new Error('gone'));
    };
    await expect(againOnDuplicateKey(failing)).rejects.toThrow('gone');
    expect(calls).toBe(1);
  });
});
