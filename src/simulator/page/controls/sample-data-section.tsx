import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { ProgressBar } from '@fluentui/react-progress';
import type { SampleDataState } from '../../page-api';
import { texts } from '../texts/page.de';
import { Problem } from './problem';
import { useRequest } from './use-request';

/** Fills in a busy month of tickets. */
export function SampleDataSection({ state }: { readonly state: SampleDataState }) {
  const { busy, problem, send } = useRequest('/api/sample-data');
  const { state: stage, done, total, reason } = state;
  return (
    <section className="tool" aria-labelledby="sample-title">
      <h3 id="sample-title">{texts.sampleData}</h3>
      <p>{texts.sampleDataHint}</p>
      {stage === 'running' ? (
        <Field validationMessage={texts.sampleDataProgress(done, total)} validationState="none">
          <ProgressBar
            value={total === 0 ? undefined : done / total}
            thickness="large"
            aria-label={texts.sampleData}
            aria-valuetext={texts.sampleDataProgress(done, total)}
          />
        </Field>
      ) : (
        <Button disabledFocusable={busy || stage !== 'available'} onClick={() => send({})}>
          {texts.sampleDataStart}
        </Button>
      )}
      <p role="status" className="tool-state">
        {stage === 'done' ? texts.sampleDataDone : stage === 'running' ? '' : (reason ?? '')}
      </p>
      <Problem text={problem} />
    </section>
  );
}
