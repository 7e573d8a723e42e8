/**
 * The tickets that are being triaged, as far as they are loaded, and where one is among them. What is on screen never moves:
 * new tickets take their place behind it, and what was passed over stays before it.
 */
import type { TicketPriority } from '../gql/graphql.js';
import { priorities } from '../tickets/vocabulary.js';

export interface QueuedTicket {
  id: string;
  number: number;
  priority: TicketPriority;
}

export type DecisionKind = 'accepted' | 'overridden' | 'assigned' | 'snoozed' | 'merged' | 'spam';

export interface Decided {
  ticket: QueuedTicket;
  /** Where it stood. */
  at: number;
  kind: DecisionKind;
  /** What was decided, in words. */
  words: string;
}

export interface TriageQueue {
  items: readonly QueuedTicket[];
  index: number;
  /** How many more the desk has. */
  beyond: number;
  /** Nothing is known before the first answer. */
  isLoaded: boolean;
  decided: readonly Decided[];
}

export type QueueStep =
  | { type: 'loaded'; tickets: readonly QueuedTicket[]; total: number }
  | { type: 'decided'; kind: DecisionKind; words: string }
  | { type: 'undone' }
  /** The desk refused what was shown already. */
  | { type: 'refused'; id: string }
  /** What was taken back on screen stands all the same. */
  | { type: 'stands'; id: string }
  | { type: 'moved'; by: number };

export const emptyQueue: TriageQueue = { items: [], index: 0, beyond: 0, isLoaded: false, decided: [] };

export function advance(queue: TriageQueue, step: QueueStep): TriageQueue {
  if (step.type === 'loaded') return withLoaded(queue, step.tickets, step.total);
  if (step.type === 'decided') return withDecided(queue, step.kind, step.words);
  if (step.type === 'moved') {
    return { ...queue, index: Math.min(Math.max(queue.index + step.by, 0), queue.items.length) };
  }
  if (step.type === 'stands') return without(queue, step.id);
  const { decided } = queue;
  const last = step.type === 'undone' ? decided.at(-1) : decided.findLast(({ ticket }) => ticket.id === step.id);
  return last ? putBack({ ...queue, decided: decided.filter((other) => other !== last) }, last) : queue;
}

function withLoaded(queue: TriageQueue, tickets: readonly QueuedTicket[], total: number): TriageQueue {
  const { items, index, decided } = queue;
  const settled = new Set(decided.map(({ ticket }) => ticket.id));
  const onDesk = new Set(tickets.map(({ id }) => id));
  const isWhole = tickets.length === total;
  const passed = items.slice(0, index + 1);
  const ahead = items.slice(index + 1).filter(({ id }) => !isWhole || onDesk.has(id));
  const known = new Set([...passed, ...ahead].map(({ id }) => id));
  const fresh = tickets.filter(({ id }) => !known.has(id) && !settled.has(id));
  const elsewhere = [...passed, ...ahead].filter(({ id }) => !onDesk.has(id)).length;
  const beyond = Math.max(0, total - tickets.length - elsewhere);
  const next = [...passed, ...[...ahead, ...fresh].sort(byUrgency)];
  return { ...queue, items: next, beyond, isLoaded: true };
}

function byUrgency(one: QueuedTicket, other: QueuedTicket): number {
  return priorities.indexOf(one.priority) - priorities.indexOf(other.priority) || one.number - other.number;
}

function withDecided(queue: TriageQueue, kind: DecisionKind, words: string): TriageQueue {
  const ticket = queue.items[queue.index];
  if (!ticket) return queue;
  const decided = [...queue.decided, { ticket, at: queue.index, kind, words }];
  return { ...without(queue, ticket.id), decided };
}

function without(queue: TriageQueue, id: string): TriageQueue {
  const at = queue.items.findIndex((ticket) => ticket.id === id);
  if (at < 0) return queue;
  return {
    ...queue,
    items: queue.items.toSpliced(at, 1),
    index: at < queue.index ? queue.index - 1 : queue.index,
  };
}

function putBack(queue: TriageQueue, { ticket, at }: Decided): TriageQueue {
  const others = queue.items.filter(({ id }) => id !== ticket.id);
  const place = Math.min(at, others.length);
  return { ...queue, items: others.toSpliced(place, 0, ticket), index: place };
}
