/** Sample tickets: varied, plausible, the same for the same seed. Sentences are this project's own. */
import { TicketCategory, TicketPriority, TicketStatus } from './ticket-values.js';

export type SampleTicket = {
  title: string;
  description: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
  created_at: string;
  resolved_at: string | null;
};

type Story = readonly [TicketCategory, TicketPriority, title: string, description: string];

const { BILLING, TECHNICAL, ACCOUNT, GENERAL } = TicketCategory;
const { LOW, MEDIUM, HIGH, CRITICAL } = TicketPriority;

const stories: readonly Story[] = [
  [
    BILLING,
    HIGH,
    'Charged twice for {month}',
    'Our card statement shows two payments of {amount} on the same day. Please return one of them.',
  ],
  [
    BILLING,
    MEDIUM,
    'Invoice for {month} names the wrong company',
    'The invoice still carries our old name. Accounting cannot book it; please send a corrected one for {company}.',
  ],
  [
    BILLING,
    LOW,
    'Can we pay once a year?',
    'We are {n} people at {company} and would rather get a single invoice. Is there a price for that?',
  ],
  [
    BILLING,
    CRITICAL,
    'Nobody can pay in our shop',
    'Since {time} every payment in our shop fails, for all customers. We are losing orders by the minute.',
  ],
  [
    BILLING,
    MEDIUM,
    'Please cancel the {plan} plan at the end of {month}',
    'We merge two workspaces and need only one subscription from then on.',
  ],
  [
    TECHNICAL,
    CRITICAL,
    'All users of {company} get error 502',
    'Since {time} nobody here can open the product. {n} people are waiting. The status page shows green.',
  ],
  [
    TECHNICAL,
    HIGH,
    'Export loses the last rows',
    'The report has {n} rows on screen, the exported file always ends at 1,000. We need it for an audit tomorrow.',
  ],
  [
    TECHNICAL,
    MEDIUM,
    'Search is slow in the afternoon',
    'Between two and four it takes about {n} seconds until results appear. Reloading helps for a while.',
  ],
  [
    TECHNICAL,
    LOW,
    'Button text is cut off in German',
    'On the settings page the text of the save button does not fit. Only cosmetic.',
  ],
  [
    TECHNICAL,
    MEDIUM,
    'Webhook arrives twice',
    'About one call in {n} reaches our server two times with the same id. We can filter it, but it should not happen.',
  ],
  [
    TECHNICAL,
    HIGH,
    'App closes when I attach a photo',
    'Since the last update it happens on every attempt, on two phones. I cannot send my reports.',
  ],
  [
    ACCOUNT,
    HIGH,
    'Locked out after changing my phone',
    'The codes come from the old phone, which I no longer have. I cannot work until this is reset.',
  ],
  [
    ACCOUNT,
    MEDIUM,
    'Please add {n} colleagues to {company}',
    'They join next week and need the same rights as the support team.',
  ],
  [ACCOUNT, LOW, 'How do I change my display name?', 'I found the picture but not the name. It is not urgent.'],
  [
    ACCOUNT,
    CRITICAL,
    'Somebody took over our administrator account',
    'At {time} the address of our admin was changed, and users are being deleted right now.',
  ],
  [
    ACCOUNT,
    MEDIUM,
    'Delete the data of a former employee',
    'He asked for it in writing. Please confirm when it is done.',
  ],
  [
    GENERAL,
    LOW,
    'Dark mode for the printed report',
    'A small wish: a version that needs less ink. Thank you for a good product!',
  ],
  [
    GENERAL,
    LOW,
    'Thank you for the quick help',
    'The answer on T-{n} solved it. The whole team at {company} says hello.',
  ],
  [
    GENERAL,
    MEDIUM,
    'Where is my order from {month}?',
    'The parcel should have been here {n} days ago and the tracking page has not moved since.',
  ],
  [
    GENERAL,
    LOW,
    'Training for new colleagues',
    'Do you offer an introduction of an hour or two? We would be {n} people.',
  ],
];

const words = {
  month: ['January', 'March', 'May', 'August', 'October', 'December'],
  amount: ['€ 49.00', '$ 1,290', '£ 310.50', '€ 8,400', '$ 75'],
  company: ['Nordlicht Optik', 'Harbour & Sons', 'Casa Verde', 'Blue Kite Travel', 'Ostwind Druck', 'Milltown Clinic'],
  plan: ['Team', 'Business', 'Starter'],
  time: ['8:40 this morning', 'noon', 'last night', 'about an hour ago'],
  n: ['3', '7', '12', '25', '40', '140'],
};

const endings = [
  '',
  ' Thanks in advance.',
  ' Best regards, Mira',
  ' Kind regards, Tom',
  ' I attached a screenshot.',
  ' You can call me any time.',
];

/** Newest last, spread over the last 60 days; old ones are mostly done. `seed` makes the run repeatable. */
export function sampleTickets(count: number, seed = 1): SampleTicket[] {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: keyof typeof words) => pick(words[name]));
  const now = Date.now();
  const span = 60 * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    const [category, priority, title, description] = pick(stories);
    const createdAt = now - span * (1 - (index + random()) / count);
    const status = statusAt((now - createdAt) / span, random());
    const isDone = status === TicketStatus.RESOLVED || status === TicketStatus.CLOSED;
    const resolvedAt = Math.min(now, createdAt + (1 + random() * 90) * 3_600_000);
    return {
      title: fill(title),
      description: fill(description) + pick(endings),
      category,
      priority,
      status,
      created_at: new Date(createdAt).toISOString(),
      resolved_at: isDone ? new Date(resolvedAt).toISOString() : null,
    };
  });
}

function statusAt(age: number, chance: number): TicketStatus {
  if (chance > 0.25 + age) return TicketStatus.OPEN;
  if (chance > 0.15 + age * 0.8) return TicketStatus.IN_PROGRESS;
  return chance < 0.3 ? TicketStatus.RESOLVED : TicketStatus.CLOSED;
}

/** A small generator of numbers in [0, 1) that is the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
