import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx.js';
import { Kbd } from './Kbd.js';

const surface =
  'z-(--z-dialog) min-w-52 rounded-3 border border-line bg-raised p-1 shadow-lift outline-none motion-safe:animate-appear max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto';
const item =
  'flex h-8 items-center gap-2 rounded-2 px-2 outline-none select-none data-highlighted:bg-active data-disabled:text-meta touch:h-11';

interface MenuProps {
  /** A single button; the menu hangs from it. */
  trigger: ReactNode;
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  children: ReactNode;
}

/** Digits and letters shown as keycaps choose their item at once. */
function chooseByKeycap(event: KeyboardEvent<HTMLElement>) {
  const chosen = event.currentTarget.querySelector<HTMLElement>(
    `[data-keycap="${CSS.escape(event.key.toLowerCase())}"]`,
  );
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
}

export function Menu({ trigger, label, open, onOpenChange, align = 'start', side = 'bottom', children }: MenuProps) {
  return (
    <DropdownMenu.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
      modal={false}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={surface}
          onKeyDownCapture={chooseByKeycap}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

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
  return (
    <DropdownMenu.Item
      className={cx(item, tone === 'danger' ? 'text-danger' : 'text-strong')}
      data-keycap={keycap}
      aria-current={current || undefined}
      disabled={disabled ?? false}
      onSelect={onSelect}
    >
      {icon}
      <span className="cut grow">{children}</span>
      {current && <Check size={14} className="text-meta" aria-label="current" />}
      {keycap && <Kbd keys={keycap} />}
    </DropdownMenu.Item>
  );
}

/** One of several values that can be on together; choosing keeps the menu open. */
export function MenuCheckItem(props: {
  icon?: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.CheckboxItem
      className={cx(item, 'text-strong')}
      checked={props.checked}
      onCheckedChange={props.onChange}
      onSelect={(event) => event.preventDefault()}
    >
      {props.icon}
      <span className="cut grow">{props.children}</span>
      <DropdownMenu.ItemIndicator>
        <Check size={14} className="text-meta" aria-hidden />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={cx(item, 'text-strong data-[state=open]:bg-active')}>
        {icon}
        <span className="grow">{label}</span>
        <span className="text-meta" aria-hidden>
          ›
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={surface} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-11 font-medium text-meta">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-hair" />;
}
