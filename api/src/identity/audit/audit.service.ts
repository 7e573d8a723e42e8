import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { AuditEvent, AuditEventType } from './audit-event.js';
import { recordAudit } from './audit-trail.js';

export type AuditFilter = { readonly actorKey: number | null; readonly types: readonly AuditEventType[] | null };

export const auditPositionOf = (event: AuditEvent) => ({ sort: null, number: Number(event.key) });

type Row = Omit<AuditEvent, 'id' | 'nodeKey'>;
const eventOf = (row: Row) => Object.assign(new AuditEvent(), row);
const columns = `id::text as key, type, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  actor_id as "actorKey", token_id as "tokenKey", actor_name as "actorName", address, target, detail`;

const exported = 1_000;

/** Reads the audit, newest first. */
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  page(_caller: Caller, filter: AuditFilter, request: PageRequest): Promise<Page<AuditEvent>> {
    return readPage({ positionOf: auditPositionOf, rows: (bounds) => this.rows(filter, bounds) }, request);
  }

  async count(_caller: Caller, filter: AuditFilter): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from audit_event where ${condition}`,
      [filter.actorKey, filter.types],
    );
    return row?.count ?? 0;
  }

  async get(caller: Caller, key: string): Promise<AuditEvent | null> {
    if (caller.access !== 'ADMIN') return null;
    const [row] = await this.dataSource.query<Row[]>(`select ${columns} from audit_event where id = $1`, [key]);
    return row ? eventOf(row) : null;
  }

  /** On a desk without accounts there is nobody to tell of. */
  async noteExport(caller: Caller, detail: string): Promise<void> {
    if (caller.accountId == null && caller.kind !== 'token') return;
    await recordAudit(this.dataSource, caller, { type: AuditEventType.EXPORTED, detail });
  }

  /** Everything that matches, portion by portion; that it was read stands in the audit too. */
  async *export(caller: Caller, filter: AuditFilter): AsyncGenerator<AuditEvent[]> {
    await this.noteExport(caller, 'The audit, as CSV.');
    let after: number | null = null;
    for (;;) {
      const place: { sort: null; number: number } | null = after === null ? null : { sort: null, number: after };
      const events = await this.rows(filter, { after: place, before: null, reverse: false, limit: exported });
      if (events.length > 0) yield events;
      const last = events.at(-1);
      if (!last || events.length < exported) return;
      after = Number(last.key);
    }
  }

  private async rows(filter: AuditFilter, bounds: KeysetBounds): Promise<AuditEvent[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from audit_event
       where ${condition} and id < coalesce($3::bigint, 9223372036854775807) and id > coalesce($4::bigint, 0)
       order by audit_event.id ${bounds.reverse ? 'asc' : 'desc'} limit $5`,
      [filter.actorKey, filter.types, bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
    );
    return rows.map(eventOf);
  }
}

const condition = '($1::integer is null or actor_id = $1) and ($2::text[] is null or type = any($2))';
