/** The largest that PostgreSQL's integer holds. */
export const highestRowNumber = 2 ** 31 - 1;

/** A row's number as written by whoever asks for it; null for anything that no row can have. */
export function parseRowNumber(text: string): number | null {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
  return number !== null && number <= highestRowNumber ? number : null;
}
