const units = ['kB', 'MB', 'GB'];

/** As a person says it: "700 B", "12 kB", "1.4 MB". */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  let size = bytes / 1024;
  let unit = 0;
  for (; size >= 999.5 && unit < units.length - 1; unit++) size /= 1024;
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${units[unit]}`;
}
