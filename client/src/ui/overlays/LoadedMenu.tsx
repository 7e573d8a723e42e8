import { DropdownMenu } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { keyOf, unlessComposing } from '../keys.js';
import type { MenuProps } from './Menu.js';
import { MenuParts, menuSurface } from './MenuItems.js';

/** Digits and letters shown as keycaps choose their item at once. */
const chooseByKeycap = unlessComposing((event: KeyboardEvent<HTMLElement>) => {
  const selector = `[data-keycap="${CSS.escape(keyOf(event))}"]`;
  const chosen = event.currentTarget.querySelector<HTMLElement>(selector);
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
});

/** Inside the page's landmark, for those who move by landmarks. A dialog hides the page, so its menus stay outside. */
function landmark(): HTMLElement | null {
  return document.querySelector('[role="dialog"]') ? null : document.getElementById('main');
}

/** The open menu, and its trigger from the first opening on. */
export function LoadedMenu(props: MenuProps & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { trigger, label, open, onOpenChange, align = 'start', side = 'bottom', children } = props;
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={menuSurface}
          onKeyDownCapture={chooseByKeycap}
        >
          <MenuParts value={DropdownMenu}>{children}</MenuParts>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
