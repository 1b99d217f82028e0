import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Select } from '@fluentui/react-select';
import { SpinButton } from '@fluentui/react-spinbutton';
import { Switch } from '@fluentui/react-switch';
import { useState } from 'react';
import type { MisbehaviourRequest, MisbehaviourState } from '../../page-api';
import { texts } from '../texts/page.de';
import { Problem } from './problem';
import { useRequest } from './use-request';

/** Statuses that Teams is known to return when it has problems. */
const statuses = [500, 502, 503, 504, 429, 412, 403, 404];
const maxDelay = 30_000;
const maxTimes = 100;

export function isDisturbed(state: MisbehaviourState): boolean {
  return state.throttle || state.delayMs > 0 || state.fail !== null || state.loseAnswers !== null;
}

/** Asks the simulated Teams to misbehave towards the bot. */
export function DisturbPanel({ state }: { readonly state: MisbehaviourState }) {
  const { busy, problem, send: post } = useRequest('/api/misbehaviour');
  const [delay, setDelay] = useState<number>();
  const [status, setStatus] = useState(503);
  const [times, setTimes] = useState(3);
  const [losses, setLosses] = useState(1);
  const send = (request: MisbehaviourRequest): void => post(request);
  return (
    <section className="tool" aria-labelledby="disturb-title">
      <h3 id="disturb-title">{texts.disturb}</h3>
      <Switch
        label={texts.throttle}
        checked={state.throttle}
        onChange={(_event, { checked }) => send({ throttle: checked })}
      />
      <div className="tool-row">
        <Field label={`${texts.delay} (${texts.milliseconds})`}>
          <SpinButton
            min={0}
            max={maxDelay}
            step={500}
            value={delay ?? state.delayMs}
            onChange={(_event, data) => setDelay(numberOf(data))}
          />
        </Field>
        <Button
          disabledFocusable={busy || delay === undefined || delay === state.delayMs}
          onClick={() => {
            send({ delayMs: Math.min(maxDelay, Math.max(0, delay ?? 0)) });
            setDelay(undefined);
          }}
        >
          {texts.apply}
        </Button>
      </div>
      <div className="tool-row">
        <Field label={`${texts.fail}: ${texts.failStatus}`}>
          <Select value={String(status)} onChange={(_event, data) => setStatus(Number(data.value))}>
            {statuses.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Field label={texts.failTimes}>
          <SpinButton
            min={1}
            max={maxTimes}
            value={times}
            onChange={(_event, data) => setTimes(numberOf(data) ?? times)}
          />
        </Field>
        <Button disabledFocusable={busy} onClick={() => send({ fail: { status, times } })}>
          {texts.failStart}
        </Button>
      </div>
      {state.fail && (
        <p className="tool-state">
          {texts.failing(state.fail.status, state.fail.times)}{' '}
          <Button size="small" aria-label={texts.endFail} onClick={() => send({ fail: null })}>
            {texts.end}
          </Button>
        </p>
      )}
      <div className="tool-row">
        <Field label={texts.loseTimes}>
          <SpinButton
            min={1}
            max={maxTimes}
            value={losses}
            onChange={(_event, data) => setLosses(numberOf(data) ?? losses)}
          />
        </Field>
        <Button disabledFocusable={busy} onClick={() => send({ loseAnswers: { times: losses } })}>
          {texts.loseStart}
        </Button>
      </div>
      {state.loseAnswers && (
        <p className="tool-state">
          {texts.losing(state.loseAnswers.times)}{' '}
          <Button size="small" aria-label={texts.endLose} onClick={() => send({ loseAnswers: null })}>
            {texts.end}
          </Button>
        </p>
      )}
      <Problem text={problem} />
    </section>
  );
}

/** A SpinButton reports either a number or what was typed. */
function numberOf(data: {
  readonly value?: number | null;
  readonly displayValue?: string;
}): number | undefined {
  const value = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
  return Number.isFinite(value) ? value : undefined;
}
