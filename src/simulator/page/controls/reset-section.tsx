import { Button } from '@fluentui/react-button';
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-dialog';
import { texts } from '../texts/page.de';
import { Problem } from './problem';
import { useRequest } from './use-request';

/** Clears everything, after a confirmation. */
export function ResetSection() {
  const { busy, problem, send } = useRequest('/api/reset');
  return (
    <section className="tool" aria-labelledby="reset-title">
      <h3 id="reset-title">{texts.reset}</h3>
      <p>{texts.resetHint}</p>
      <Dialog modalType="alert">
        <DialogTrigger disableButtonEnhancement>
          <Button disabledFocusable={busy}>{texts.reset}</Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{texts.resetQuestion}</DialogTitle>
            <DialogContent>{texts.resetWarning}</DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button appearance="primary" onClick={() => send({})}>
                  {texts.resetConfirm}
                </Button>
              </DialogTrigger>
              <DialogTrigger disableButtonEnhancement>
                <Button>{texts.cancel}</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
      <Problem text={problem} />
    </section>
  );
}
