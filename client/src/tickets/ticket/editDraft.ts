/** An edit of title and description that is not saved yet, with the ticket as it was when the edit began. */
import { useDraft } from '../../drafts/drafts.js';
import type { SeenTicket } from '../changes/useUpdateTicket.js';

export interface EditDraft {
  title: string;
  description: string;
  seen: SeenTicket;
}

export function useEditDraft(ticketId: string) {
  return useDraft('edit', ticketId, parseEdit);
}

export function isChanged({ title, description, seen }: EditDraft): boolean {
  return title !== seen.title || description !== seen.description;
}

const texts = ['id', 'title', 'description', 'category', 'priority', 'status', 'updatedAt'] as const;

function parseEdit(stored: unknown): EditDraft | null {
  const { title, description, seen } = (stored ?? {}) as Partial<EditDraft>;
  if (typeof title !== 'string' || typeof description !== 'string' || !seen) return null;
  const isWhole = texts.every((name) => typeof seen[name] === 'string') && typeof seen.version === 'number';
  return isWhole ? { title, description, seen } : null;
}
