/**
 * The marks of status, priority and category. Form carries the meaning (ring, half disc, disc; one, two, three bars; a glyph
 * per category), colour only repeats it. With `label` the icon speaks for itself; without, a word stands beside it.
 */
import { MessageSquare, ReceiptText, Split, UserRound, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TicketCategory, TicketPriority, TicketStatus } from '../gql/graphql.js';
import { categoryNames, priorityNames, statusNames } from './vocabulary.js';

interface GlyphProps {
  label?: boolean;
  size?: number;
}

function described(label: boolean | undefined, name: string) {
  return label ? ({ role: 'img', 'aria-label': name } as const) : ({ 'aria-hidden': true } as const);
}

interface MarkProps extends GlyphProps {
  name: string;
  color: string;
  children: ReactNode;
}

function Mark({ name, label, size = 16, color, children }: MarkProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a name, or is hidden because the word stands beside it.
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={`shrink-0 ${color}`}
      fill="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...described(label, name)}
    >
      {children}
    </svg>
  );
}

const statusColors = {
  OPEN: 'text-status-open',
  IN_PROGRESS: 'text-status-in-progress',
  RESOLVED: 'text-status-resolved',
  CLOSED: 'text-status-closed',
} satisfies Record<TicketStatus, string>;

const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" />;
const disc = <circle cx="8" cy="8" r="6.3" />;

/** Drawn in the colour of the page, as if cut out of the disc. */
const cutOut = { fill: 'none', stroke: 'var(--bg-surface)' };

const statusShapes = {
  OPEN: ring,
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" />
    </>
  ),
  RESOLVED: (
    <>
      {disc}
      <path d="m5.4 8.2 1.800 1.800 3.500-3.900" {...cutOut} />
    </>
  ),
  CLOSED: (
    <>
      {disc}
      <path d="M5.400 8h5.200" {...cutOut} />
    </>
  ),
} satisfies Record<TicketStatus, ReactNode>;

export function StatusGlyph({ status, ...glyph }: GlyphProps & { status: TicketStatus }) {
  return (
    <Mark name={statusNames[status]} color={statusColors[status]} {...glyph}>
      {statusShapes[status]}
    </Mark>
  );
}

const priorityColors = {
  CRITICAL: 'text-priority-critical',
  HIGH: 'text-priority-high',
  MEDIUM: 'text-priority-medium',
  LOW: 'text-priority-low',
} satisfies Record<TicketPriority, string>;

function bars(lit: number) {
  return [0, 1, 2].map((bar) => (
    <rect
      key={bar}
      x={2 + bar * 4.5}
      y={9 - bar * 3}
      width="3"
      height={4 + bar * 3}
      rx="1"
      fill={bar < lit ? 'currentColor' : 'var(--priority-off)'}
    />
  ));
}

const priorityShapes = {
  CRITICAL: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.5" />
      <path d="M8 4.800v3.700M8 11.200v.1" {...cutOut} strokeWidth="1.700" />
    </>
  ),
  HIGH: bars(3),
  MEDIUM: bars(2),
  LOW: bars(1),
} satisfies Record<TicketPriority, ReactNode>;

export function PriorityGlyph({ priority, ...glyph }: GlyphProps & { priority: TicketPriority }) {
  return (
    <Mark name={`${priorityNames[priority]} priority`} color={priorityColors[priority]} {...glyph}>
      {priorityShapes[priority]}
    </Mark>
  );
}

const categoryColors = {
  BILLING: 'text-category-billing',
  TECHNICAL: 'text-category-technical',
  ACCOUNT: 'text-category-account',
  GENERAL: 'text-category-general',
} satisfies Record<TicketCategory, string>;

const categoryIcons = {
  BILLING: ReceiptText,
  TECHNICAL: Wrench,
  ACCOUNT: UserRound,
  GENERAL: MessageSquare,
} satisfies Record<TicketCategory, typeof Wrench>;

export function CategoryGlyph({ category, label, size = 16 }: GlyphProps & { category: TicketCategory }) {
  const Icon = categoryIcons[category];
  return (
    <Icon
      size={size}
      strokeWidth={1.5}
      className={`shrink-0 ${categoryColors[category]}`}
      {...described(label, categoryNames[category])}
    />
  );
}

/** Triage: one way in, several ways on. */
export function TriageGlyph({ size = 16 }: { size?: number }) {
  return <Split size={size} strokeWidth={1.5} className="shrink-0 rotate-90 text-accent" aria-hidden />;
}
