import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from './servers.js';

/** What the process holds in memory, in MB (2^20 bytes). Linux only. */
export function memoryMb({ pid }: Server): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** Files, sockets and pipes that it has open. Linux only. */
export function openHandles({ pid }: Server): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
