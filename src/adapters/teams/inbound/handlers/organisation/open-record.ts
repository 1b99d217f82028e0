import type { Payload } from '../../../cards/payload';
import type { Answer, BotDeps, Turn } from '../../turn';
import { prepareRecordForm, recordFormPage } from './record-form-page';

/** A button that opens the form of a record, on the records as they are. */
export async function openRecord(
  deps: BotDeps,
  turn: Turn,
  payload: Extract<Payload, { readonly do: 'openRecord' }>,
): Promise<Answer> {
  const prepared = await prepareRecordForm(deps, turn, payload);
  if (!prepared.ok) return prepared.answer;
  const { form, context } = prepared;
  const state = { nonce: deps.newNonce(), seenVersion: deps.organisation.version() };
  return recordFormPage(deps, prepared, {
    values: form.initialValues(context),
    errors: {},
    page: 'fill',
    state,
  });
}
