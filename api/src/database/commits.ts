/** Tells when a transaction that was signed, and so may have changed tickets, is committed by this process. */
import type { DataSource, EntityManager } from 'typeorm';

const signed = new WeakSet<EntityManager>();
const listeners = new WeakMap<DataSource, (() => void)[]>();

export function noteSigned(manager: EntityManager): void {
  signed.add(manager);
}

export function onSignedCommit(dataSource: DataSource, listener: () => void): void {
  listeners.set(dataSource, [...(listeners.get(dataSource) ?? []), listener]);
}

/** To be called once the transaction of this manager is committed. */
export function tellOfCommit(dataSource: DataSource, manager: EntityManager | null): void {
  if (!manager || !signed.has(manager)) return;
  for (const listener of listeners.get(dataSource) ?? []) listener();
}
