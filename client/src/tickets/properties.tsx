/** Status, priority and category: what they are called, which values they take, how these look and which key chooses one. */
import type { ReactNode } from 'react';
import type { TicketCategory, TicketPriority, TicketStatus } from '../gql/graphql.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from './glyphs.js';
import { categories, categoryNames, priorities, priorityNames, statuses, statusNames } from './vocabulary.js';

export interface PropertyValues {
  status: TicketStatus;
  priority: TicketPriority;
  category: TicketCategory;
}

export type Property = keyof PropertyValues;

/** A new value of one property. */
export type PropertyChange<P extends Property = Property> = P extends Property ? Pick<PropertyValues, P> : never;

interface PropertyTraits<V extends string> {
  label: string;
  keys: string;
  values: readonly V[];
  names: Readonly<Record<V, string>>;
  glyph: (value: V, size?: number) => ReactNode;
}

export const properties: { readonly [P in Property]: PropertyTraits<PropertyValues[P]> } = {
  status: {
    label: 'Status',
    keys: 's',
    values: statuses,
    names: statusNames,
    glyph: (status, size = 16) => <StatusGlyph status={status} size={size} />,
  },
  priority: {
    label: 'Priority',
    keys: 'p',
    values: priorities,
    names: priorityNames,
    glyph: (priority, size = 16) => <PriorityGlyph priority={priority} size={size} />,
  },
  category: {
    label: 'Category',
    keys: 't',
    values: categories,
    names: categoryNames,
    glyph: (category, size = 16) => <CategoryGlyph category={category} size={size} />,
  },
};

/** In the order in which a ticket shows them. */
export const propertyOrder: readonly Property[] = ['status', 'priority', 'category'];

/** "Status: Open", or "Status of T-7: Open": what a control is called that shows a value and changes it. */
export function describeProperty<P extends Property>(property: P, value: PropertyValues[P], of = ''): string {
  const { label, names } = properties[property];
  return `${label}${of}: ${names[value]}`;
}

interface PropertyValueProps<P extends Property> {
  property: P;
  value: PropertyValues[P];
  size?: number;
}

/** A value as its mark and its word. */
export function PropertyValue<P extends Property>({ property, value, size = 16 }: PropertyValueProps<P>) {
  const { glyph, names } = properties[property];
  return (
    <>
      {glyph(value, size)}
      <span className="cut">{names[value]}</span>
    </>
  );
}
