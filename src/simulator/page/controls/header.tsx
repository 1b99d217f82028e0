import { MenuButton, ToggleButton } from '@fluentui/react-button';
import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-menu';
import { DarkThemeRegular, TaskListLtrRegular, WrenchRegular } from '@fluentui/react-icons';
import type { Overview } from '../../page-api';
import { useMedia } from '../state/media';
import { type ThemeName, themes } from '../state/theme';
import { texts } from '../texts/page.de';
import { TimeBar, TimeInSight } from './time-bar';
import { isDisturbed } from './disturb-panel';

export type PanelName = 'steps' | 'tools';

interface HeaderProps {
  readonly overview: Overview | undefined;
  readonly panel: PanelName | undefined;
  readonly setPanel: (panel: PanelName | undefined) => void;
  readonly theme: ThemeName;
  readonly chooseTheme: (name: ThemeName) => void;
}

/** The bar above everything: simulated time, panels, appearance. */
export function Header({ overview, panel, setPanel, theme, chooseTheme }: HeaderProps) {
  const roomy = useMedia('(min-width: 1180px)');
  const small = useMedia('(max-width: 1499px)');
  const toggle = (name: PanelName): void => setPanel(panel === name ? undefined : name);
  return (
    <header className="header">
      <h1 className="header-title">{texts.title}</h1>
      {overview && <TimeInSight overview={overview} />}
      {overview && roomy && <TimeBar overview={overview} />}
      {overview && isDisturbed(overview.misbehaviour) && (
        <span className="disturbing" role="status">
          {texts.disturbing}
        </span>
      )}
      <span className="header-space" />
      <ToggleButton
        appearance="subtle"
        size="small"
        checked={panel === 'steps'}
        icon={<TaskListLtrRegular />}
        aria-label={texts.firstSteps}
        onClick={() => toggle('steps')}
      >
        {small ? undefined : texts.firstSteps}
      </ToggleButton>
      <ToggleButton
        appearance="subtle"
        size="small"
        checked={panel === 'tools'}
        icon={<WrenchRegular />}
        aria-label={texts.tools}
        onClick={() => toggle('tools')}
      >
        {small ? undefined : texts.tools}
      </ToggleButton>
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_event, { checkedItems: [chosen] }) => {
          if (chosen !== undefined && Object.hasOwn(themes, chosen)) chooseTheme(chosen as ThemeName);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            size="small"
            icon={<DarkThemeRegular />}
            aria-label={texts.appearance}
            title={texts.appearance}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {(Object.keys(themes) as ThemeName[]).map((name) => (
              <MenuItemRadio key={name} name="theme" value={name}>
                {texts.themes[name]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
