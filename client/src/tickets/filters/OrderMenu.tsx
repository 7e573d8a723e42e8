import { ArrowDownUp } from 'lucide-react';
import type { TicketOrder } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuItem } from '../../ui/overlays/MenuItems.js';
import { orderName } from './ticketFilters.js';

const orders: { name: string; order: TicketOrder }[] = [
  { name: 'Newest', order: { field: 'CREATED_AT', direction: 'DESC' } },
  { name: 'Oldest', order: { field: 'CREATED_AT', direction: 'ASC' } },
  { name: 'Last changed', order: { field: 'UPDATED_AT', direction: 'DESC' } },
  { name: 'Longest untouched', order: { field: 'UPDATED_AT', direction: 'ASC' } },
  { name: 'Waiting longest', order: { field: 'WAITING_SINCE', direction: 'ASC' } },
  { name: 'Priority, high to low', order: { field: 'PRIORITY', direction: 'DESC' } },
  { name: 'Priority, low to high', order: { field: 'PRIORITY', direction: 'ASC' } },
];

export function OrderMenu({ order, onChange }: { order: TicketOrder; onChange: (order: TicketOrder) => void }) {
  const current = orders.find((choice) => orderName(choice.order) === orderName(order));
  return (
    <Menu
      label="Order"
      align="end"
      trigger={
        <Button tone="ghost" size="sm" aria-label={`Order: ${current?.name}`}>
          <ArrowDownUp size={14} strokeWidth={1.5} aria-hidden />
          <span className="max-rail:sr-only">{current?.name}</span>
        </Button>
      }
    >
      {orders.map((choice) => (
        <MenuItem key={choice.name} current={choice === current} onSelect={() => onChange(choice.order)}>
          {choice.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
