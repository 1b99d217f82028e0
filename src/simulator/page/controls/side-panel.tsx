import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Overview } from '../../page-api';
import { texts } from '../texts/page.de';
import { DisturbPanel } from './disturb-panel';
import { FirstSteps } from './first-steps';
import type { PanelName } from './header';
import { ResetSection } from './reset-section';
import { SampleDataSection } from './sample-data-section';
import { TimeBar } from './time-bar';

interface SidePanelProps {
  readonly panel: PanelName;
  readonly overview: Overview;
  readonly wide: boolean;
  readonly close: () => void;
}

/** The panel beside the messages, or in front of them if there is no room. */
export function SidePanel({ panel, overview, wide, close }: SidePanelProps) {
  const title = panel === 'steps' ? texts.firstSteps : texts.tools;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wide) heading.current?.focus();
  }, [panel, wide]);
  return (
    <aside className="side-panel" aria-label={title} data-over={!wide}>
      <div className="pane-head">
        <h2 className="pane-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <span className="header-space" />
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`${title} ${texts.closePanel}`}
          onClick={close}
        />
      </div>
      {panel === 'steps' ? (
        <FirstSteps overview={overview} onGone={wide ? undefined : close} />
      ) : (
        <>
          {!wide && (
            <section className="tool">
              <h3>{texts.clock}</h3>
              <TimeBar overview={overview} />
            </section>
          )}
          <DisturbPanel state={overview.misbehaviour} />
          <SampleDataSection state={overview.sampleData} />
          <ResetSection />
        </>
      )}
    </aside>
  );
}
