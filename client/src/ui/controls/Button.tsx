import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../cx.js';
import { Kbd } from './Kbd.js';

type Tone = 'plain' | 'primary' | 'ghost' | 'danger';
type Size = 'sm' | 'md' | 'lg';

const tones = {
  plain: 'border-line bg-surface text-strong hover:bg-hover active:bg-active [:where(&>svg)]:text-meta',
  primary: 'border-transparent bg-inverse text-on-inverse hover:bg-inverse-hover',
  ghost: 'border-transparent text-body hover:bg-hover active:bg-active [:where(&>svg)]:text-meta',
  danger: 'border-line bg-surface text-danger hover:bg-danger-soft',
} satisfies Record<Tone, string>;

const sizes = {
  sm: 'h-6 px-2 text-12',
  md: 'h-7 px-2.5 text-13',
  lg: 'h-8 px-3 text-13',
} satisfies Record<Size, string>;

const squares = { sm: 'size-6', md: 'size-7', lg: 'size-8' } satisfies Record<Size, string>;

/** The look alone, for links that act as buttons. */
export function buttonClass({ tone = 'plain', size = 'md' }: { tone?: Tone; size?: Size } = {}): string {
  return cx(
    'hit inline-flex shrink-0 focus-visible:z-1 items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap select-none',
    'transition-colors duration-(--t-fast) disabled:pointer-events-none disabled:text-meta aria-disabled:pointer-events-none aria-disabled:text-meta',
    tones[tone],
    sizes[size],
  );
}

type ButtonProps = ComponentProps<'button'> & { tone?: Tone; size?: Size; keys?: string };

/** `keys` shows the shortcut that does the same; the shortcut itself is registered with useShortcuts. */
export function Button({ tone = 'plain', size = 'md', keys, className, children, ...props }: ButtonProps) {
  return (
    <button type="button" data-tone={tone} className={cx(buttonClass({ tone, size }), className)} {...props}>
      {children}
      {keys && <Kbd keys={keys} className="ml-0.5" />}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  label: string;
  icon: ReactNode;
  tone?: Tone;
  size?: Size;
};

/** A button whose only ink is an icon: the label is its name for screen readers and its tooltip. */
export function IconButton({ label, icon, tone = 'ghost', size = 'md', className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(buttonClass({ tone, size }), squares[size], 'px-0!', className)}
      {...props}
    >
      {icon}
    </button>
  );
}
