/**
 * The ticket that is being written: one per tab, kept through reloads and closed tabs, shared by the page and the dialog.
 * A category or priority here was chosen by a person; what triage proposes never enters the draft.
 */
import { draftOf } from '../drafts/drafts.js';
import { uploadsOf } from '../files/uploads.js';
import type { CreateTicketInput, TicketCategory, TicketPriority } from '../gql/graphql.js';
import { isCategory, isPriority } from '../tickets/vocabulary.js';

export interface Draft {
  title: string;
  description: string;
  /** Who asks; both may stay empty. */
  name: string;
  email: string;
  category: TicketCategory | null;
  priority: TicketPriority | null;
  /**
   * A submission whose answer never came. Sent again word for word, under its own key, it cannot make a second ticket;
   * any edit makes it another submission.
   */
  attempt: CreateTicketInput | null;
}

export const emptyDraft: Draft = {
  title: '',
  description: '',
  name: '',
  email: '',
  category: null,
  priority: null,
  attempt: null,
};

const kept = draftOf<Draft>('ticket', 'new', (stored) => {
  const { title, description, name, email, category, priority, attempt } = (stored ?? {}) as Partial<Draft>;
  return {
    title: typeof title === 'string' ? title : '',
    description: typeof description === 'string' ? description : '',
    name: typeof name === 'string' ? name : '',
    email: typeof email === 'string' ? email : '',
    category: isCategory(category) ? category : null,
    priority: isPriority(priority) ? priority : null,
    attempt: typeof attempt?.idempotencyKey === 'string' ? attempt : null,
  };
});

/** Empty rather than absent, for the form always shows one. */
export const ticketDraft = {
  subscribe: kept.subscribe,
  read: () => kept.read() ?? emptyDraft,
  write(draft: Draft) {
    if (isEmpty(draft)) kept.discard();
    else kept.write(draft);
  },
};

export function editDraft(change: Partial<Omit<Draft, 'attempt'>>): void {
  ticketDraft.write({ ...ticketDraft.read(), attempt: null, ...change });
}

export function isEmpty({ title, description, name, email, category, priority }: Draft): boolean {
  return !title && !description && !name && !email && !category && !priority;
}

/** The files that go with it. */
export const ticketUploads = uploadsOf('ticket', 'new');

/** Random enough to be unique, and available where `crypto.randomUUID` is not: on a plain http origin. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
