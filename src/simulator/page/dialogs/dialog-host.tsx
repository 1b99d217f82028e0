import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import type { DialogOpen } from '../../page-api';
import { TaskDialog } from './task-dialog';

interface OpenedDialog {
  readonly person: string;
  readonly first: DialogOpen;
}

type OpenDialog = (person: string, dialog: DialogOpen, opener: HTMLElement | undefined) => void;

const DialogContext = createContext<OpenDialog>(() => undefined);

/** Opens the dialog that came as the answer to a press. */
export function useOpenDialog(): OpenDialog {
  return useContext(DialogContext);
}

/** Holds the one dialog that can be open; it sits above the panes, so that no change below closes it. */
export function DialogHost({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<OpenedDialog>();
  const spot = useRef<{ readonly opener: HTMLElement | undefined; readonly frame: HTMLElement | undefined }>(
    undefined,
  );
  const open = useCallback<OpenDialog>((person, first, opener) => {
    const frame = opener?.closest<HTMLElement>('.card-frame') ?? undefined;
    spot.current = { opener, frame };
    setOpened({ person, first });
  }, []);
  const closed = useCallback(() => {
    setOpened(undefined);
    // The focus returns to the button, or to the card if it has been redrawn meanwhile.
    requestAnimationFrame(() => {
      const { opener, frame } = spot.current ?? {};
      if (opener?.isConnected === true) opener.focus();
      else frame?.focus();
    });
  }, []);
  return (
    <DialogContext value={open}>
      {children}
      {opened && (
        <TaskDialog
          key={opened.first.dialogId}
          person={opened.person}
          first={opened.first}
          onClosed={closed}
        />
      )}
    </DialogContext>
  );
}
