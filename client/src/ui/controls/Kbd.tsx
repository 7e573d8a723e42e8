import { cx } from '../cx.js';

const symbols: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  shift: '⇧',
  mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
};

/**
 * Keycaps for a combination such as "mod+enter" or a sequence such as "g i". Hidden where there is no keyboard. The letters are
 * drawn by the style sheet: they are no part of the name of the button they stand in.
 */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx('hidden gap-[3px] mouse:inline-flex', className)} aria-hidden="true">
      {keys.split(/[ +]/).map((key) => (
        <kbd
          key={key}
          data-key={symbols[key.toLowerCase()] ?? key.toUpperCase()}
          className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 border border-current/25 px-1 font-sans text-11 font-medium text-meta before:content-[attr(data-key)] in-data-[tone=primary]:text-current"
        />
      ))}
    </span>
  );
}
