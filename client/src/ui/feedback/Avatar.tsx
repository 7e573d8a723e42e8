import { cx } from '../cx.js';

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

interface AvatarProps {
  /** Null for nobody: a dashed ring. */
  name: string | null;
  /** The one who looks is in ink. */
  own?: boolean;
  className?: string;
}

/** A person as a disc with initials. It says nothing to screen readers: the name stands beside it, or on what it is in. */
export function Avatar({ name, own, className }: AvatarProps) {
  return (
    <span
      aria-hidden
      title={name ?? undefined}
      className={cx(
        'inline-grid size-6 shrink-0 place-items-center rounded-full text-11 font-semibold',
        name === null
          ? 'border border-dashed border-control'
          : own
            ? 'bg-inverse text-on-inverse'
            : 'bg-avatar text-on-avatar',
        className,
      )}
    >
      {name !== null && initialsOf(name)}
    </span>
  );
}
