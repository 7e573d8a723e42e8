/** How the exports of other trackers call what a ticket holds. Names and values are folded. */

import type { ChoiceField } from '../../tickets/fields/ticket-fields.js';
import { folded } from './folded.js';
import type { ImportedField } from './imported-field.js';

export type Preset = {
  readonly columns: Readonly<Partial<Record<ImportedField, readonly string[]>>>;
  readonly values: Readonly<Partial<Record<ChoiceField, Readonly<Record<string, readonly string[]>>>>>;
  /** The columns by which such a file is known, all of them. */
  readonly knownBy: readonly string[];
};

const presetTable = {
  zendesk: {
    columns: {
      title: ['subject', 'ticketsubject'],
      description: ['description', 'ticketdescription'],
      status: ['status', 'ticketstatus'],
      priority: ['priority', 'ticketpriority'],
      created_at: ['createdat', 'ticketcreated', 'created'],
      updated_at: ['updatedat', 'ticketupdated', 'updated'],
      resolved_at: ['solvedat', 'ticketsolved', 'solved'],
      external_id: ['id', 'ticketid'],
    },
    values: {
      status: {
        open: ['new', 'open'],
        in_progress: ['pending', 'hold', 'onhold'],
        resolved: ['solved'],
        closed: ['closed'],
      },
      priority: { low: ['low'], medium: ['normal'], high: ['high'], critical: ['urgent'] },
    },
    knownBy: ['subject', 'requester', 'solvedat'],
  },
  jira: {
    columns: {
      title: ['summary'],
      description: ['description'],
      status: ['status'],
      priority: ['priority'],
      created_at: ['created'],
      updated_at: ['updated'],
      resolved_at: ['resolved', 'resolutiondate'],
      external_id: ['issuekey', 'key'],
    },
    values: {
      status: {
        open: ['todo', 'open', 'backlog', 'new', 'reopened', 'selectedfordevelopment'],
        in_progress: [
          ...['inprogress', 'inreview', 'intesting', 'blocked', 'pending', 'onhold'],
          ...['waitingforsupport', 'waitingforcustomer', 'escalated'],
        ],
        resolved: ['done', 'resolved'],
        closed: ['closed', 'canceled', 'cancelled', 'declined', 'wontdo'],
      },
      priority: {
        low: ['low', 'lowest', 'minor', 'trivial'],
        medium: ['medium'],
        high: ['high', 'major'],
        critical: ['highest', 'critical', 'blocker'],
      },
    },
    knownBy: ['summary', 'issuekey'],
  },
  freshdesk: {
    columns: {
      title: ['subject'],
      description: ['description', 'descriptiontext'],
      status: ['status'],
      priority: ['priority'],
      created_at: ['createdtime', 'createdat'],
      updated_at: ['lastupdatetime', 'lastupdatedtime', 'updatedat', 'lastupdated'],
      resolved_at: ['resolvedtime', 'resolvedat'],
      external_id: ['ticketid', 'id'],
    },
    values: {
      status: {
        open: ['open'],
        in_progress: ['pending', 'waitingoncustomer', 'waitingonthirdparty'],
        resolved: ['resolved'],
        closed: ['closed'],
      },
      priority: { low: ['low'], medium: ['medium'], high: ['high'], critical: ['urgent'] },
    },
    knownBy: ['ticketid', 'subject', 'createdtime'],
  },
  github: {
    columns: {
      title: ['title'],
      description: ['body'],
      status: ['state'],
      created_at: ['createdat'],
      updated_at: ['updatedat'],
      resolved_at: ['closedat'],
      external_id: ['number'],
    },
    values: { status: { open: ['open', 'reopened'], closed: ['closed', 'completed', 'notplanned', 'merged'] } },
    knownBy: ['number', 'title', 'body', 'state'],
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presetTable;

export const presets: Readonly<Record<PresetName, Preset>> = presetTable;

export const presetNames = Object.keys(presets) as PresetName[];

export function presetNamed(text: string): PresetName | null {
  return presetNames.find((name) => name === text.toLowerCase()) ?? null;
}

/** The tracker whose exports have such columns. */
export function presetOf(columns: readonly string[]): PresetName | null {
  const names = new Set(columns.map(folded));
  return presetNames.find((name) => presets[name].knownBy.every((column) => names.has(column))) ?? null;
}

export function presetField(preset: Preset, column: string): ImportedField | null {
  const name = folded(column);
  const found = Object.entries(preset.columns).find(([, columns]) => columns.includes(name));
  return (found?.[0] as ImportedField | undefined) ?? null;
}

export function presetValue(preset: Preset, field: ChoiceField, value: string): string | null {
  const name = folded(value);
  const found = Object.entries(preset.values[field] ?? {}).find(([, values]) => values.includes(name));
  return found?.[0] ?? null;
}
