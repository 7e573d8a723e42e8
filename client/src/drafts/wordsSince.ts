/** Of what stands in a field once its words were sent: what was written meanwhile, without the words that are gone. */
export function wordsSince(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
