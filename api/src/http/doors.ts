/** Whether an address belongs to a door, through which callers reach the desk, rather than to a page or a file. */
export function isDoor(url: string): boolean {
  return /^\/+(api|graphql)(\/|\?|$)/.test(url);
}
