/** A label of ours and a text that may be typed: shown in a RichTextBlock, where nothing of it becomes markup. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}
