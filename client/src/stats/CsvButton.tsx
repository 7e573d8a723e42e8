import { Button } from '../ui/controls/Button.js';

type Cell = string | number | null;

interface CsvButtonProps {
  /** Of the panel. */
  name: string;
  columns: readonly string[];
  rows: () => readonly (readonly Cell[])[];
}

/** What a panel shows, as a file for a spreadsheet: with the mark that tells them it is UTF-8. */
export function CsvButton({ name, columns, rows }: CsvButtonProps) {
  const save = () => {
    const lines = [columns, ...rows()].map((cells) => cells.map(quoted).join(','));
    const file = new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name.toLowerCase().replaceAll(' ', '-')}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button tone="ghost" size="sm" aria-label={`${name} as CSV`} onClick={save}>
      CSV
    </Button>
  );
}

function quoted(cell: Cell): string {
  // A spreadsheet would run what begins like a formula.
  const text = typeof cell === 'string' && /^[=+\-@\t]/.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
