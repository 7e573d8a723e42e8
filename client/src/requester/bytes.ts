const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** "0 bytes", "184 kB", "1.5 MB". */
export function formatBytes(bytes: number): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const style = { style: 'unit', unit: units[power], unitDisplay: power === 0 ? 'long' : 'short' } as const;
  return new Intl.NumberFormat('en-GB', { ...style, maximumFractionDigits: power === 2 ? 1 : 0 }).format(
    bytes / 1_000 ** power,
  );
}
