import { usePreference } from '../ui/preference.js';
import { themePreference } from '../ui/theme.js';
import { useMediaQuery } from '../ui/useMediaQuery.js';

/** The theme in force, whether chosen or the system's: GraphiQL wants to be told which. */
export function useActiveTheme(): 'light' | 'dark' {
  const chosen = usePreference(themePreference);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  if (chosen !== 'system') return chosen;
  return systemIsDark ? 'dark' : 'light';
}
