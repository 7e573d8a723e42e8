// Runs before the first paint, on every page: pins the theme the person chose, so that nothing flashes.
// It is a file of its own because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('relaydesk.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked; the system's preference then decides.
}
