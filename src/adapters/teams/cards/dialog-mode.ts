/** How forms and readings reach the reader: as dialogs opened from a card, or inline where the client knows no dialogs. */
export type DialogMode = 'dialog' | 'inline';
