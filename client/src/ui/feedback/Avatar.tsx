import { cx } from '../cx.js';

interface AvatarProps {
  /** Null for nobody: a dashed ring. */
  name: string | null;
  /** The team is round, whoever asks is square. */
  side?: 'team' | 'requester';
  /** The one who looks is in ink. */
  own?: boolean | undefined;
  size?: 20 | 24 | 32;
  className?: string;
}

const sizes = { 20: 'size-5 text-[10px]', 24: 'size-6 text-11', 32: 'size-8 text-12' } as const;

/** Somebody as initials. It says nothing to screen readers: the name stands beside it, or on what it is in. */
export function Avatar({ name, side = 'team', own = false, size = 24, className }: AvatarProps) {
  return (
    <span
      aria-hidden
      title={name ?? undefined}
      // Drawn rather than written: initials are no part of the name of what they stand in.
      data-initials={name === null ? '' : initialsOf(name)}
      className={cx(
        'before:content-[attr(data-initials)] inline-grid shrink-0 place-items-center font-semibold select-none',
        sizes[size],
        side === 'team' ? 'rounded-full' : 'rounded-2',
        lookOf(name, side, own),
        className,
      )}
    />
  );
}

function lookOf(name: string | null, side: 'team' | 'requester', own: boolean): string {
  if (name === null) return 'border border-dashed border-control';
  if (side === 'requester') return 'border border-control text-body';
  return own ? 'bg-inverse text-on-inverse' : 'bg-avatar text-on-avatar';
}

/** The first letters of the first and the last word: "Mara Lind" is "ML". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._@-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word?.match(/[\p{L}\p{N}].*/u)?.[0] ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
