import { Check, ChevronRight } from 'lucide-react';
import type { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, use, useState } from 'react';
import { Kbd } from '../controls/Kbd.js';
import { cx } from '../cx.js';
import { useNarrow } from '../useMediaQuery.js';

/** The parts that items are made of come by context, because they are loaded with the first menu that opens. */
export const MenuParts = createContext<typeof DropdownMenu | null>(null);

function useParts(): typeof DropdownMenu {
  const parts = use(MenuParts);
  if (!parts) throw new Error('A menu item outside a menu');
  return parts;
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

interface SubMenuProps {
  label: string;
  children: ReactNode;
}

/** Opens beside its menu. On a phone two menus do not fit side by side: there it unfolds in place. */
export function SubMenu(props: SubMenuProps) {
  return useNarrow() ? <Unfolding {...props} /> : <Beside {...props} />;
}

function Beside({ label, children }: SubMenuProps) {
  const { Sub, SubTrigger, Portal, SubContent } = useParts();
  return (
    <Sub>
      <SubTrigger className={cx(item, 'text-strong data-[state=open]:bg-active')}>
        <span className="grow">{label}</span>
        <ChevronRight size={14} className="text-meta" aria-hidden />
      </SubTrigger>
      <Portal>
        <SubContent className={menuSurface} sideOffset={4} collisionPadding={8}>
          {children}
        </SubContent>
      </Portal>
    </Sub>
  );
}

function Unfolding({ label, children }: SubMenuProps) {
  const { Item, Group } = useParts();
  const [open, setOpen] = useState(false);
  const toggle = (event: Event) => {
    event.preventDefault();
    setOpen(!open);
  };
  return (
    <>
      <Item className={cx(item, 'text-strong')} aria-expanded={open} onSelect={toggle}>
        <span className="grow">{label}</span>
        <ChevronRight size={14} className={cx('text-meta', open && 'rotate-90')} aria-hidden />
      </Item>
      {open && (
        <Group aria-label={label} className="pl-3">
          {children}
        </Group>
      )}
    </>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2 pt-1.5 pb-1 text-11 font-medium text-meta">{children}</Label>;
}
