import { showToast } from './feedback/toasts.js';

/** Copies and says so. Browsers lend the clipboard to secure origins only: elsewhere the text is shown, to be copied by hand. */
export async function copyText(text: string, name: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(`${name} copied`);
  } catch {
    showToast(text);
  }
}
