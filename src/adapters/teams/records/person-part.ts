import type { RecordForm } from './record-form';

/** What the form of a person is for somebody known, and for somebody new. */
export type PersonPart = Required<Pick<RecordForm, 'blocked' | 'fields' | 'initialValues' | 'info' | 'read'>>;
