import { UserRound } from 'lucide-react';
import { cx } from '../cx.js';

interface AvatarProps {
  /** Null stands for somebody without a name. */
  name: string | null;
  /** The team is round, whoever asks is square. */
  side: 'team' | 'requester';
  size?: 20 | 24 | 32;
}

const sizes = { 20: 'size-5 text-[10px]', 24: 'size-6 text-11', 32: 'size-8 text-12' } as const;

/** Initials of somebody whose name stands beside them. */
export function Avatar({ name, side, size = 24 }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'grid flex-none place-items-center font-semibold select-none',
        sizes[size],
        side === 'team' ? 'rounded-full bg-avatar text-on-avatar' : 'rounded-2 border border-control text-body',
      )}
    >
      {name ? initialsOf(name) : <UserRound size={size === 32 ? 16 : 12} strokeWidth={1.75} />}
    </span>
  );
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
