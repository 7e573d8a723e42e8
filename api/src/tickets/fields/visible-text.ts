/**
 * Which characters show nothing, decided once: a text of nothing else is blank. The database's is_blank() knows the same
 * set, and a test compares the two.
 */
const blankOnly = /^[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{16FE4}]*$/u;

/** White space, controls, and what Unicode calls ignorable: joiners, fillers, marks of direction. */
export function isBlank(text: string): boolean {
  return blankOnly.test(text);
}

const lineEnds = /[ \t]*[\n\v\f\r\u0085\u2028\u2029]+[ \t]*/g;
/** A title that turns the direction of what follows it makes the row around it unreadable. */
const turnsDirection = /[\u202A-\u202E\u2066-\u2069]/g;

/** A title as one line: each end of a line is a space. */
export function oneLine(title: string): string {
  return title.replace(turnsDirection, '').replace(lineEnds, ' ').trim();
}
