import { cloneElement, type KeyboardEvent, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

/**
 * Menus are on every screen, but the first paint needs none: until one is opened its trigger is a plain button, and the
 * machinery arrives with the first pointer or focus that comes near.
 */
const loadMenu = () => import('./LoadedMenu.js');
const LoadedMenu = lazy(() => loadMenu().then((module) => ({ default: module.LoadedMenu })));

type Trigger = ReactElement<React.ComponentProps<'button'>>;

export interface MenuProps {
  /** A single button; the menu hangs from it. */
  trigger: Trigger;
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  children: ReactNode;
}

export function Menu({ open: openFromOutside, onOpenChange, ...menu }: MenuProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = openFromOutside ?? ownOpen;
  const changeOpen = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  if (open && !wasOpened) setWasOpened(true);
  const closed = <ClosedMenu trigger={menu.trigger} onOpen={() => changeOpen(true)} />;
  if (!wasOpened) return closed;
  return (
    <Suspense fallback={closed}>
      <LoadedMenu {...menu} open={open} onOpenChange={changeOpen} />
    </Suspense>
  );
}

function ClosedMenu({ trigger, onOpen }: { trigger: Trigger; onOpen: () => void }) {
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: onOpen,
    onPointerEnter: () => void loadMenu(),
    onFocus: () => void loadMenu(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      onOpen();
    },
  });
}
