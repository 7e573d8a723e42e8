import type { ReactNode } from 'react';
import { Moment } from '../time/Moment.js';
import { Avatar } from '../ui/feedback/Avatar.js';

interface MessageFrameProps {
  author: string;
  side: 'team' | 'requester';
  /** How and to whom, such as "by e-mail". */
  via: ReactNode;
  /** The ticket that it was written on, where that is merged into the one on screen. */
  on?: number | null;
  at: string;
  children: ReactNode;
}

/** What somebody said: who, how, when, and the words beneath. No bubble: hairlines separate the messages. */
export function MessageFrame({ author, side, via, on = null, at, children }: MessageFrameProps) {
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 border-t border-hair py-4">
      <Avatar name={author} side={side} />
      <div className="min-w-0">
        <div className="flex h-6 min-w-0 items-center gap-2 text-12 text-meta">
          <bdi className="cut text-13 font-semibold text-strong">{author}</bdi>
          {via && <span className="cut min-w-0">{via}</span>}
          {on !== null && (
            <span className="flex-none">
              on T-<span className="digits">{on}</span>
            </span>
          )}
          <Moment instant={at} className="ml-auto" />
        </div>
        <div className="mt-0.5 min-w-0">{children}</div>
      </div>
    </div>
  );
}
