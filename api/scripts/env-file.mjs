/** What Node would read wrongly in a .env file. */

const assignment = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*)$/;

/** Values without quotes that end at a "#" that is part of them, such as that of a password; null where there is none. */
export function cutOff(text) {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, name, value = ''] = assignment.exec(line) ?? [];
    // After a blank it begins a comment.
    if (name && !/^["'`]/.test(value) && /(^|\S)#\S/.test(value.split(/\s#/, 1)[0])) {
      return `.env, line ${index + 1}: ${name} is cut off at its "#". Put the value in quotes: ${name}="…".`;
    }
  }
  return null;
}
