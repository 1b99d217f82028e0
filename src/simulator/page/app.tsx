import { MessageBar, MessageBarBody } from '@fluentui/react-message-bar';
import { FluentProvider } from '@fluentui/react-provider';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Overview } from '../page-api';
import { Header, type PanelName } from './controls/header';
import { SidePanel } from './controls/side-panel';
import { SkipLinks } from './controls/skip-links';
import { DialogHost } from './dialogs/dialog-host';
import { ConversationPane } from './messages/conversation-pane';
import { PeopleRail } from './people/people-rail';
import { Welcome } from './people/welcome';
import { PlaceList } from './places/place-list';
import { keepFocus } from './state/keep-focus';
import { followChanges, useConnected } from './state/live';
import { useNarrow, useWide } from './state/media';
import { useResource } from './state/resource';
import { useRoute } from './state/route';
import { themes, useTheme } from './state/theme';
import { texts } from './texts/page.de';

let following = false;

/** The page: header, rail of people, their places, the messages of one, and a panel beside them. */
export function App() {
  const [theme, chooseTheme] = useTheme();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (following) return;
    following = true;
    followChanges();
    if (whole.current) keepFocus(whole.current);
  }, []);
  return (
    <FluentProvider theme={themes[theme]} className={`theme theme-${theme}`}>
      <DialogHost>
        <div className="page" ref={whole}>
          <Page theme={theme} chooseTheme={chooseTheme} />
        </div>
      </DialogHost>
    </FluentProvider>
  );
}

function Page({
  theme,
  chooseTheme,
}: {
  readonly theme: keyof typeof themes;
  readonly chooseTheme: (name: keyof typeof themes) => void;
}) {
  const overview = useResource<Overview>('/api/overview');
  const { person, place, message, visit } = useRoute();
  const connected = useConnected();
  const narrow = useNarrow();
  const wide = useWide();
  const [panel, setPanel] = useState<PanelName | undefined>(() =>
    matchMedia('(min-width: 1180px)').matches ? 'steps' : undefined,
  );
  const known = overview.data?.people.find((each) => each.key === person);
  useEffect(() => {
    document.title = known ? `${known.name} – ${texts.title}` : texts.title;
  }, [known?.name]);

  const pane =
    panel !== undefined && !wide
      ? 'panel'
      : place !== undefined
        ? 'messages'
        : person !== undefined
          ? 'places'
          : 'people';
  const shows = (which: typeof pane): boolean => !narrow || pane === which;
  return (
    <>
      <SkipLinks canWrite={place !== undefined} />
      <Header
        overview={overview.data}
        panel={panel}
        setPanel={setPanel}
        theme={theme}
        chooseTheme={chooseTheme}
      />
      {(!connected || (overview.error !== undefined && overview.data !== undefined)) && (
        <MessageBar intent="warning" className="page-notice">
          <MessageBarBody>{connected ? overview.error : texts.connectionLost}</MessageBarBody>
        </MessageBar>
      )}
      <div
        className="panes"
        role={narrow ? 'main' : undefined}
        id={narrow ? 'messages' : undefined}
        tabIndex={narrow ? -1 : undefined}
      >
        <Pane shown={shows('people')}>
          <PeopleRail people={overview.data?.people ?? []} chosen={person} />
        </Pane>
        {person !== undefined && (
          <Pane shown={shows('places')}>
            <PlaceList person={person} name={known?.name ?? person} chosen={place} narrow={narrow} />
          </Pane>
        )}
        <Pane shown={shows('messages')}>
          <div
            className="messages-pane"
            role={narrow ? undefined : 'main'}
            id={narrow ? undefined : 'messages'}
            tabIndex={-1}
          >
            {overview.data === undefined ? (
              <p className="hint">{overview.error ?? texts.loading}</p>
            ) : person === undefined ? (
              <Welcome overview={overview.data} />
            ) : known === undefined ? (
              <p className="hint">{texts.unknownPerson(person)}</p>
            ) : place === undefined ? (
              <p className="hint">{texts.choosePlace}</p>
            ) : (
              <ConversationPane
                key={`${person} ${place}`}
                overview={overview.data}
                person={known}
                place={place}
                message={message}
                visit={visit}
                narrow={narrow}
              />
            )}
          </div>
        </Pane>
        {panel !== undefined && overview.data && (
          <SidePanel panel={panel} overview={overview.data} wide={wide} close={() => setPanel(undefined)} />
        )}
      </div>
    </>
  );
}

/** A hidden pane keeps its state and what was typed in it. */
function Pane({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  return (
    <div className="pane" hidden={!shown}>
      {children}
    </div>
  );
}
