import { randomUUID } from 'node:crypto';
import type { Dialog } from '../people/dialog';
import type { DialogOpen } from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';

/** A person has one dialog open per window; beyond this number, their oldest are closed. */
const maxPerPerson = 20;

/** The open dialogs. They are not kept across restarts, as browsers do not keep them either. */
export class OpenDialogs {
  private readonly byPerson = new Map<string, Map<string, Dialog>>();

  open(person: string, dialog: Dialog): DialogOpen {
    const mine = this.byPerson.get(person) ?? new Map<string, Dialog>();
    this.byPerson.set(person, mine);
    const dialogId = randomUUID();
    mine.set(dialogId, dialog);
    for (const [oldest] of mine) if (mine.size > maxPerPerson) mine.delete(oldest);
    return { kind: 'dialog', title: dialog.title, card: dialog.card, dialogId };
  }

  /** Somebody else's dialog is treated like a closed one. */
  get(person: string, dialogId: string): Dialog {
    const dialog = this.byPerson.get(person)?.get(dialogId);
    if (!dialog) throw new ApiRefusal(410, simulatorTexts.dialogGone);
    return dialog;
  }

  close(person: string, dialogId: string): void {
    this.byPerson.get(person)?.delete(dialogId);
  }

  clear(): void {
    this.byPerson.clear();
  }
}
