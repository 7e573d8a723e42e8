import { ListFilter as FilterIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from '../../ui/controls/Button.js';

/** What opens the menu of filters; it stands there before the menu has come. */
export function FilterButton(props: ComponentProps<typeof Button>) {
  return (
    <Button tone="ghost" size="sm" {...props}>
      <FilterIcon size={14} strokeWidth={1.5} aria-hidden />
      Filter
    </Button>
  );
}
