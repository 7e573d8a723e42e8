import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, withDataSource } from './support/database.js';

/**
 * SQL walks through walls that imports cannot: this is the wall. A feature writes its own tables alone, and reads them and
 * those of features before it; a later feature's tables come in through a port, in that feature's own SQL.
 */
const tablesOf: Readonly<Record<string, readonly string[]>> = {
  database: ['schema_migration'],
  jobs: ['job', 'scheduled_task'],
  feed: ['feed_epoch'],
  http: ['request_count'],
  files: ['file', 'file_chunk'],
  identity: [
    'account',
    'account_identity',
    'api_token',
    'audit_event',
    'nameless_call',
    'one_time_secret',
    'session',
    'sign_in_delay',
  ],
  people: ['requester', 'requester_email'],
  teams: ['team', 'team_category', 'team_member'],
  tickets: ['ticket', 'idempotency_key'],
  views: ['saved_view'],
  trail: ['ticket_event'],
  conversation: ['canned_reply', 'note', 'note_mention', 'note_wording', 'reply', 'request_link'],
  mail: ['inbound_mail', 'inbound_mail_chunk', 'mail_channel', 'mail_mailbox', 'outgoing_mail'],
  stats: ['ticket_count', 'ticket_count_delta', 'ticket_count_now', 'ticket_day', 'ticket_day_delta', 'ticket_day_now'],
  triage: [
    'misleading_word',
    'similar_dismissal',
    'suggestion_result',
    'term_count',
    'term_progress',
    'ticket_terms',
    'unnoted_terms',
    'triage_classifier',
    'triage_step',
    'triage_label',
    'triage_model_answer',
    'triage_model_call',
    'triage_suggestion',
    'triage_training',
    'triage_verdict',
  ],
  imports: [],
  samples: ['sample_ticket'],
  live: [],
  notifications: ['notification', 'notification_place', 'read_mark', 'ticket_subscription'],
  webhooks: ['webhook', 'webhook_attempt', 'webhook_delivery'],
};

/** Foundations first; each may read what stands before it. */
const order = Object.keys(tablesOf);
const ownerOf = new Map(Object.entries(tablesOf).flatMap(([owner, tables]) => tables.map((table) => [table, owner])));

const source = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && order.includes(file.split('/')[0] ?? ''),
);

type Naming = { readonly table: string; readonly isWrite: boolean };

/** The tables that the SQL of a source text names, and whether it changes them. Comments are no SQL. */
function namings(text: string): Naming[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/\b(from|join|into|update|delete\s+from)\s+(?:only\s+)?"?([a-z_]+)\b/g);
  return [...found].flatMap(([, verb = '', table = '']) =>
    ownerOf.has(table) ? [{ table, isWrite: verb !== 'from' && verb !== 'join' }] : [],
  );
}

function breach(file: string, { table, isWrite }: Naming): string[] {
  const feature = file.split('/')[0] ?? '';
  const owner = ownerOf.get(table) ?? '';
  if (owner === feature) return [];
  if (isWrite) return [`${file} changes ${table}, which is ${owner}'s.`];
  return order.indexOf(owner) < order.indexOf(feature) ? [] : [`${file} reads ${table} of ${owner}, a later feature.`];
}

let tables: string[];
const database = createTestDatabase();
beforeAll(async () => {
  await withDataSource(await database, async (dataSource) => {
    const rows = await dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = current_schema()`,
    );
    tables = rows.map(({ name }) => name);
  });
});

it('gives every table to one feature', () => {
  expect([...ownerOf.keys()].sort()).toEqual(tables.sort());
});

it('lets no SQL change the tables of another feature, or read those of a later one', () => {
  const breaches = files.flatMap((file) => {
    const text = readFileSync(`${source}${file}`, 'utf8');
    return namings(text).flatMap((naming) => breach(file, naming));
  });
  expect(breaches).toEqual([]);
});

it('finds what it looks for', () => {
  const sql = 'with x as (update ticket set a = 1) select 1 from ticket join triage_label using (n)';
  const found = namings(`// from team\nconst sql = \`${sql}\`;`).flatMap((naming) => breach('trail/a.ts', naming));
  expect(found).toEqual([
    "trail/a.ts changes ticket, which is tickets's.",
    'trail/a.ts reads triage_label of triage, a later feature.',
  ]);
  expect(files.length).toBeGreaterThan(200);
});
