import { useCallback, useState } from 'react';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-theme';

export type ThemeName = 'light' | 'dark' | 'contrast';

export const themes: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const key = 'simulator-theme';

/** The chosen theme; until then, the system's. */
export function useTheme(): [ThemeName, (name: ThemeName) => void] {
  const [name, setName] = useState<ThemeName>(initial);
  const choose = useCallback((next: ThemeName) => {
    localStorage.setItem(key, next);
    setName(next);
  }, []);
  return [name, choose];
}

function initial(): ThemeName {
  const kept = localStorage.getItem(key);
  if (kept !== null && Object.hasOwn(themes, kept)) return kept as ThemeName;
  if (matchMedia('(forced-colors: active)').matches || matchMedia('(prefers-contrast: more)').matches)
    return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
