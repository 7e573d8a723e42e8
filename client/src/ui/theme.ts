import { createPreference } from './preference.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** public/theme.js reads the same key before the first paint. */
export const themePreference = createPreference<Theme>(
  'theme',
  (stored) => themes.find((theme) => theme === stored) ?? 'system',
);

export function setTheme(theme: Theme): void {
  themePreference.write(theme);
  applyTheme();
}

/** Pins the theme on the document, or hands it back to the system. */
function applyTheme(): void {
  const theme = themePreference.read();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

// Another tab changed it.
themePreference.subscribe(applyTheme);
