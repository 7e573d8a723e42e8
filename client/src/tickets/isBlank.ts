const blankOnly = /^[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{16FE4}]*$/u;

/** Whether a text shows nothing. The desk refuses the same set; a test of the API compares the two. */
export function isBlank(text: string): boolean {
  return blankOnly.test(text);
}
