/** An input of a form: how it is drawn, and what is checked when it comes back. */
export interface Field {
  readonly id: string;
  /** One template each (cards/forms/inputs/<kind>.input.json). */
  readonly kind: 'line' | 'text' | 'choice' | 'several' | 'toggle' | 'date' | 'time';
  readonly label: string;
  readonly placeholder?: string;
  /** Only for 'toggle': beside its box. */
  readonly title?: string;
  /** The sentence for an empty field; absent where it may stay empty. */
  readonly missing?: string;
  /** Whether it may stay empty depends on the other fields and is decided when the form is read. */
  readonly sometimes?: true;
  /** In UTF-16 units; only for 'line' and 'text'. */
  readonly maxLength?: number;
  /** Only for 'choice' and 'several': nothing else is taken. Of 'several' no value has a comma, which stands between those chosen. */
  readonly choices?: readonly Choice[];
  /** Only where there are choices: values that were offered until somebody was faster, with the sentence that says so. */
  readonly gone?: ReadonlyMap<string, string>;
}

/** A choice as Adaptive Cards knows it; choices are static. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}
