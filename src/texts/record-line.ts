/** A field of a record in words. */
export interface RecordLine {
  readonly label: string;
  readonly text: string;
}
