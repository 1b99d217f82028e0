import fc from 'fast-check';
import { installationOf, recordsOf } from '../../../../src/domain/organisation/records';
import { installations } from '../../adapters/organisation/generated-installations';

describe('what the records make of a file', () => {
  // So whoever may not share a channel by the file does not by the records either, and that is checked of the file alone.
  test('given any records, then a channel is of the company that the file gives it to', () => {
    fc.assert(
      fc.property(
        installations,
        fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 3 }),
        (file, moves) => {
          const { modules, organisations } = installationOf(file, {
            ...recordsOf(file),
            modules: file.modules.map(({ channel, maintainer, ...module }, index) => {
              const to = file.organisations[moves[index] ?? 0];
              return { ...module, ...(to && { maintainer: to.id }) };
            }),
          });
          const given = (list: readonly { readonly channel?: object }[], of: object) =>
            expect(list).toContainEqual(expect.objectContaining(of));
          for (const { maintainer, channel } of modules) {
            if (channel !== undefined) given(file.modules, { maintainer, channel });
          }
          for (const { id, channel } of organisations) {
            if (channel !== undefined) given(file.organisations, { id, channel });
          }
        },
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) },
    );
  });
});
