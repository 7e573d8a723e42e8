import { Select } from '../ui/controls/Select.js';

interface NameFilterProps<Value extends string> {
  label: string;
  names: Readonly<Record<Value, string>>;
  /** Null: everything. */
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** Narrows a list to one kind, by its name. */
export function NameFilter<Value extends string>({ label, names, value, onChange }: NameFilterProps<Value>) {
  return (
    <Select
      aria-label={label}
      className="w-auto! min-w-44"
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value || null) as Value | null)}
    >
      <option value="">Everything</option>
      {(Object.keys(names) as Value[]).map((name) => (
        <option key={name} value={name}>
          {names[name]}
        </option>
      ))}
    </Select>
  );
}
