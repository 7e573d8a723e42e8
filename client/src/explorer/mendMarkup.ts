/**
 * GraphiQL's markup lacks what assistive technology needs: its editors are text areas without names, what is long scrolls
 * out of the keyboard's reach, and its tabs are no tabs, because each holds two buttons. Mended whenever it changes.
 */
export function mendMarkup(root: HTMLElement | null): (() => void) | undefined {
  if (!root) return undefined;
  const mend = () => {
    nameEditors(root);
    nameTabs(root);
    for (const page of root.querySelectorAll('.CodeMirror-scroll')) page.setAttribute('tabindex', '0');
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['role', 'aria-selected'] });
  mend();
  return () => observer.disconnect();
}

function nameEditors(root: HTMLElement) {
  for (const part of root.querySelectorAll<HTMLElement>('section[aria-label]')) {
    const editors = part.querySelectorAll('.CodeMirror textarea:not([aria-label])');
    // Variables and headers share a section, in this order.
    const names = editors.length > 1 ? ['Variables', 'Headers'] : [part.getAttribute('aria-label') ?? ''];
    for (const [index, editor] of editors.entries()) editor.setAttribute('aria-label', names[index] ?? '');
  }
}

/** A list of buttons, the current one named as such. */
function nameTabs(root: HTMLElement) {
  root.querySelector('[role="tablist"]')?.removeAttribute('role');
  root.querySelector('#graphiql-session[role="tabpanel"]')?.setAttribute('role', 'region');
  for (const tab of root.querySelectorAll('.graphiql-tab')) {
    const isCurrent = tab.classList.contains('graphiql-tab-active');
    tab.removeAttribute('role');
    tab.removeAttribute('aria-selected');
    tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', String(isCurrent));
    const name = tab.querySelector('.graphiql-tab-button')?.textContent;
    tab.querySelector('.graphiql-tab-close')?.setAttribute('aria-label', `Close ${name}`);
  }
}
