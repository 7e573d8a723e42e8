import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { unlessComposing } from '../keys.js';
import { lazyPart } from '../lazyPart.js';
import { PartBoundary } from '../PartBoundary.js';

/**
 * Menus are on every screen, but the first paint needs none: until one is opened its trigger is a plain button, and the
 * machinery arrives with the first pointer or focus that comes near.
 */
const LoadedMenu = lazyPart(async () => (await import('./LoadedMenu.js')).LoadedMenu);

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
  const giveUp = () => {
    changeOpen(false);
    setWasOpened(false);
  };
  return (
    <PartBoundary fallback={closed} onFail={giveUp}>
      <Suspense fallback={closed}>
        <LoadedMenu {...menu} open={open} onOpenChange={changeOpen} />
      </Suspense>
    </PartBoundary>
  );
}

function ClosedMenu({ trigger, onOpen }: { trigger: Trigger; onOpen: () => void }) {
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: onOpen,
    onPointerEnter: LoadedMenu.preload,
    onFocus: LoadedMenu.preload,
    onKeyDown: unlessComposing((event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      onOpen();
    }),
  });
}
