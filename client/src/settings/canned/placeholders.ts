/** What a ticket fills into canned replies, with an example of each. */
export const placeholders = [
  { name: 'requester.name', label: 'Name of the requester', example: 'Mia Jansen' },
  { name: 'ticket.number', label: 'Number of the ticket', example: '1042' },
  { name: 'viewer.name', label: 'Your name', example: 'Jonas Kern' },
] as const;

export interface PreviewPart {
  text: string;
  kind: 'words' | 'filled' | 'unknown';
}

/** The words as a requester would read them; what looks like a placeholder and is none is told. */
export function previewOf(body: string): PreviewPart[] {
  return body
    .split(/(\{\{.*?\}\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const name = /^\{\{\s*(.*?)\s*\}\}$/.exec(text)?.[1];
      if (name === undefined) return { text, kind: 'words' };
      const known = placeholders.find((placeholder) => placeholder.name === name);
      return known ? { text: known.example, kind: 'filled' } : { text, kind: 'unknown' };
    });
}
