import { Button } from '@fluentui/react-button';
import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-dialog';
import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-message-bar';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ActionRequest, DialogOpen, DialogResult } from '../../page-api';
import { type CardAnswer, CardView } from '../cards/card-view';
import { personPath, post } from '../state/api';
import { announceChange } from '../state/live';
import { texts } from '../texts/page.de';

interface TaskDialogProps {
  readonly person: string;
  readonly first: DialogOpen;
  readonly onClosed: () => void;
}

/** A dialog of the bot. Closing it asks first if something was typed; a click outside does nothing. */
export function TaskDialog({ person, first, onClosed }: TaskDialogProps) {
  const [shown, setShown] = useState({ dialog: first, turn: 0 });
  const [message, setMessage] = useState<string>();
  const [asking, setAsking] = useState(false);
  const typed = useRef(false);
  const content = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  // After the library's own effect, which puts the focus on the button that closes the dialog.
  useEffect(() => focusFirst(content.current), [shown]);

  const close = (): void => {
    // Only tells the host that the dialog is closed; it is gone whatever the host answers.
    post(personPath(person, 'dialogs', shown.dialog.dialogId, 'close'), {}).catch(() => undefined);
    onClosed();
  };
  const wantsToClose = (): void => {
    if (typed.current && message === undefined) {
      before.current = document.activeElement;
      setAsking(true);
    } else close();
  };
  const goOn = (): void => {
    setAsking(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const press = async ({ action, inputs }: ActionRequest): Promise<CardAnswer | undefined> => {
    setAsking(false);
    const path = personPath(person, 'dialogs', shown.dialog.dialogId);
    const result = await post<DialogResult>(path, { action, inputs } satisfies ActionRequest);
    announceChange();
    switch (result.kind) {
      case 'dialog':
        setShown(({ turn }) => ({ dialog: result, turn: turn + 1 }));
        return { intent: 'success', text: '', startsAnew: true };
      case 'message':
        setMessage(result.text);
        return undefined;
      case 'error':
        return { intent: 'error', text: result.text, fields: result.fields };
      case 'closed':
        onClosed();
        return undefined;
      default:
        return result satisfies never;
    }
  };

  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_event, { type }) => {
        if (type === 'escapeKeyDown') wantsToClose();
      }}
    >
      <DialogSurface className="task-dialog" aria-describedby={undefined}>
        <DialogBody className="task-body">
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                aria-label={texts.close}
                icon={<DismissRegular />}
                onClick={wantsToClose}
              />
            }
          >
            {shown.dialog.title}
          </DialogTitle>
          <DialogContent className="task-content" ref={content}>
            {asking && (
              <MessageBar intent="warning" layout="multiline" className="task-question" role="alert">
                <MessageBarBody>{texts.discardQuestion}</MessageBarBody>
                <MessageBarActions>
                  <Button onClick={close}>{texts.discard}</Button>
                  <Button autoFocus onClick={goOn}>
                    {texts.goOn}
                  </Button>
                </MessageBarActions>
              </MessageBar>
            )}
            {message === undefined ? (
              <CardView
                card={shown.dialog.card}
                version={`${shown.dialog.dialogId} ${shown.turn}`}
                label={shown.dialog.title}
                press={press}
                onTyped={() => {
                  typed.current = true;
                }}
              />
            ) : (
              <div className="task-message">
                <p role="status">{message}</p>
                <Button appearance="primary" autoFocus onClick={close}>
                  {texts.understood}
                </Button>
              </div>
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The first field about which the card complains, else the first one; what has no field is read from the top. */
function focusFirst(content: HTMLElement | null): void {
  const fields = [...(content?.querySelectorAll<HTMLElement>(fieldSelector) ?? [])];
  const shown = fields.filter((field) => field.checkVisibility());
  const wrong = shown.find((field) => field.getAttribute('aria-invalid') === 'true');
  (wrong ?? shown[0] ?? content?.querySelector<HTMLElement>('.card-frame'))?.focus();
}

const fieldSelector = '.card-frame :is(input, textarea, select):not(:disabled)';
