import { Check } from 'lucide-react';
import type { DropdownMenu } from 'radix-ui';
import {
  cloneElement,
  createContext,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  use,
  useState,
} from 'react';
import { cx } from './cx.js';
import { Kbd } from './Kbd.js';

/**
 * Menus are on every screen, but the first paint needs none: until one is opened its trigger is a plain button, and the
 * machinery arrives with the first pointer or focus that comes near. The parts reach the items by context.
 */
const loadMenu = () => import('./LoadedMenu.js');
const LoadedMenu = lazy(() => loadMenu().then((module) => ({ default: module.LoadedMenu })));

export const MenuParts = createContext<typeof DropdownMenu | null>(null);

function useParts(): typeof DropdownMenu {
  const parts = use(MenuParts);
  if (!parts) throw new Error('A menu item outside a menu');
  return parts;
}

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

const item =
  'flex h-8 items-center gap-2 rounded-2 px-2 outline-none select-none data-highlighted:bg-active data-disabled:text-meta touch:h-11';

interface MenuItemProps {
  icon?: ReactNode;
  /** Marks the current value of a choice. */
  current?: boolean;
  /** A single key that chooses the item while the menu is open. */
  keycap?: string;
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, current, keycap, tone = 'plain', disabled, onSelect, children }: MenuItemProps) {
  const { Item } = useParts();
  return (
    <Item
      className={cx(item, tone === 'danger' ? 'text-danger' : 'text-strong')}
      data-keycap={keycap}
      aria-current={current || undefined}
      disabled={disabled ?? false}
      onSelect={onSelect}
    >
      {icon}
      <span className="cut grow">{children}</span>
      {current && <Check size={14} className="text-meta" aria-hidden />}
      {keycap && <Kbd keys={keycap} />}
    </Item>
  );
}

interface MenuCheckItemProps {
  icon?: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

/** One of several values that can be on together; choosing keeps the menu open. */
export function MenuCheckItem({ icon, checked, onChange, children }: MenuCheckItemProps) {
  const { CheckboxItem, ItemIndicator } = useParts();
  return (
    <CheckboxItem
      className={cx(item, 'text-strong')}
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      {icon}
      <span className="cut grow">{children}</span>
      <ItemIndicator>
        <Check size={14} className="text-meta" aria-hidden />
      </ItemIndicator>
    </CheckboxItem>
  );
}

export const menuSurface =
  'z-(--z-dialog) min-w-52 rounded-3 border border-line bg-raised p-1 shadow-lift outline-none motion-safe:animate-appear max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto';

export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  const { Sub, SubTrigger, Portal, SubContent } = useParts();
  return (
    <Sub>
      <SubTrigger className={cx(item, 'text-strong data-[state=open]:bg-active')}>
        {icon}
        <span className="grow">{label}</span>
        <span className="text-meta" aria-hidden>
          ›
        </span>
      </SubTrigger>
      <Portal>
        <SubContent className={menuSurface} sideOffset={4} collisionPadding={8}>
          {children}
        </SubContent>
      </Portal>
    </Sub>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2 pt-1.5 pb-1 text-11 font-medium text-meta">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-hair" />;
}
