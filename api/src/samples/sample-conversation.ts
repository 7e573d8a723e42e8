/** What is said on sample tickets after they came: questions, answers, notes, and the last word of those that are done. */
import { isFinished, TicketCategory, TicketStatus } from '../tickets/fields/ticket-values.js';
import type { Random } from './random.js';

export type Said = { readonly from: 'team' | 'requester' | 'note'; readonly body: string; readonly at: number };

export type Subject = {
  readonly category: TicketCategory;
  readonly status: TicketStatus;
  readonly createdAt: number;
  readonly resolvedAt: number | null;
  /** The requester's; null where nobody is known, who then says nothing more. */
  readonly name: string | null;
};

const questions = {
  [TicketCategory.BILLING]: [
    'Thanks for writing. Which invoice number is it about?',
    'I have the payment in front of me. Was it made by card or by transfer?',
    'Could you tell us the last four digits of the card that was charged?',
  ],
  [TicketCategory.TECHNICAL]: [
    'Thanks for the report. Which browser are you using, and which version?',
    'Does it happen every time, or only now and then?',
    'Could you tell us the exact time of the last attempt? Then we can find it in our logs.',
  ],
  [TicketCategory.ACCOUNT]: [
    'We can help with that. Which address do you sign in with?',
    'Do you see a message when it fails? Its exact words would help.',
    'Does anybody else at your company have the same problem?',
  ],
  [TicketCategory.GENERAL]: [
    'Good question. What would you like to do with it in the end?',
    'Thanks for asking. How many people would use it?',
    'I’ve passed that on to the right people. Is there a date by which you need it?',
  ],
} satisfies Record<TicketCategory, readonly string[]>;

const answers = [
  'Thanks for the quick reply. It is the same for two colleagues of mine.',
  'It happened again this morning, a few minutes past nine.',
  'I looked it up: everything is as it was last month, nothing else has changed.',
  'Sure, I can try that this afternoon and tell you what comes out.',
  'Yes, exactly that. Please tell me if you need anything else.',
];

const notes = [
  'Looks like the one from last week. I’ll compare the two before I answer.',
  'Checked their account: nothing unusual there.',
  'Asked the people who built it. They’ll look at it tomorrow.',
  'Please do not promise a date yet.',
  'They called as well and were friendly about it.',
];

const solutions = {
  [TicketCategory.BILLING]: [
    'We corrected the amount, and a new invoice is on its way.',
    'The refund goes out today and should arrive within three working days.',
  ],
  [TicketCategory.TECHNICAL]: [
    'We found the cause and fixed it this morning. Please reload the page and try again.',
    'A part of the service was overloaded. We gave it more capacity, and the error is gone.',
  ],
  [TicketCategory.ACCOUNT]: [
    'Your account is open again. Please choose a new password with your next sign-in.',
    'The change has been made. You may have to sign out and in again.',
  ],
  [TicketCategory.GENERAL]: [
    'I added the steps to our help pages, so that others find them too.',
    'That is included in your plan. I switched it on for you.',
  ],
} satisfies Record<TicketCategory, readonly string[]>;

const thanks = ['Perfect, that works. Thank you!', 'Great, thanks for the help.', 'All good now, thank you.'];

/** In order, none before the ticket came or after `now`. */
export function sampleConversation(subject: Subject, random: Random, now: number): Said[] {
  const { category, status, createdAt, resolvedAt, name } = subject;
  const isDone = isFinished(status);
  // What is open was looked at by few; what is in progress or done, by somebody.
  if (!isDone && status === TicketStatus.OPEN && random.chance(0.65)) return [];
  const end = resolvedAt ?? now;
  const greeting = name === null ? 'Hello,' : `Hi ${name.split(' ')[0]},`;
  const reply = (words: string) => `${greeting}\n\n${words}`;
  /** Parts of the way from the beginning to the end, in order. */
  const part = () => 0.05 + random.next() * 0.85;
  const said: Omit<Said, 'at'>[] = [];
  if (random.chance(0.35)) said.push({ from: 'note', body: random.pick(notes) });
  if (!isDone || random.chance(0.6)) {
    said.push({ from: 'team', body: reply(random.pick(questions[category])) });
    if (name !== null && random.chance(0.6)) said.push({ from: 'requester', body: random.pick(answers) });
    if (random.chance(0.2)) said.push({ from: 'note', body: random.pick(notes) });
  }
  const times = said.map(part).sort((one, other) => one - other);
  const all = said.map((one, index): Said => ({ ...one, at: createdAt + (end - createdAt) * (times[index] ?? 0) }));
  if (isDone) {
    // What is done is told before it is called so.
    const last = createdAt + (end - createdAt) * 0.98;
    if (name !== null && random.chance(0.3)) {
      all.push({ from: 'team', body: reply(random.pick(solutions[category])), at: last });
      all.push({ from: 'requester', body: random.pick(thanks), at: createdAt + (end - createdAt) * 0.99 });
    } else all.push({ from: 'team', body: reply(random.pick(solutions[category])), at: last });
  }
  return all.map((one) => ({ ...one, at: Math.round(one.at) }));
}
