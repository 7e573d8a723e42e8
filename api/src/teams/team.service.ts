import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { violatedConstraint } from '../database/database-error.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError, NotFoundError } from '../errors.js';
import { Issues, takeHandle, takeName } from '../identity/accounts/account-rules.js';
import { AuditEventType } from '../identity/audit/audit-event.js';
import { recordAudit } from '../identity/audit/audit-trail.js';
import { type Membership, type Team, type TeamRow, teamColumns, teamOfRow } from './team.js';

const positionOf = (team: Team) => ({ sort: null, number: team.key });
const mostMembers = 1_000;

export type TeamInput = { readonly name: unknown; readonly handle: unknown; readonly categories: readonly string[] };
export type MemberInput = { readonly accountId: number; readonly lead: boolean };

/** What else must happen before a team is gone, in the same transaction; later features contribute it. */
export type LeaveTickets = (manager: EntityManager, teamId: number, caller: Caller) => Promise<void>;

export class TeamService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly leaveTickets: LeaveTickets,
  ) {}

  /** By name. */
  page(_caller: Caller, request: PageRequest): Promise<Page<Team>> {
    return readPage({ positionOf, rows: (bounds) => this.rows(bounds) }, request);
  }

  async count(_caller: Caller): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>('select count(*)::int as count from team');
    return row?.count ?? 0;
  }

  async getMany(_caller: Caller, keys: readonly number[]): Promise<Map<number, Team>> {
    return teamsByKey(this.dataSource.manager, keys);
  }

  /** Members of each of the teams, and teams of each of the people, longest first. */
  memberships(_caller: Caller, teamIds: readonly number[]): Promise<Membership[]> {
    return this.dataSource.query(`${membershipSql} where team_id = any($1::integer[]) order by since, account_id`, [
      teamIds,
    ]);
  }

  membershipsOf(_caller: Caller, accountIds: readonly number[]): Promise<Membership[]> {
    return this.dataSource.query(`${membershipSql} where account_id = any($1::integer[]) order by since, team_id`, [
      accountIds,
    ]);
  }

  /** Makes a team, or changes the one that `id` names. A category leaves the team that it went to before. */
  async save(caller: Caller, id: number | null, input: TeamInput): Promise<Team> {
    const issues = new Issues();
    const name = takeName('name', input.name, issues);
    const handle = takeHandle(input.handle, issues);
    issues.refuse();
    return inTransaction(this.dataSource, async (manager) => {
      const key = await saveRow(manager, id, name, handle);
      await manager.query('delete from team_category where team_id = $1', [key]);
      await manager.query(
        `insert into team_category (category, team_id) select unnest($1::ticket_category[]), $2
         on conflict (category) do update set team_id = excluded.team_id`,
        [[...new Set(input.categories)], key],
      );
      await recordAudit(manager, caller, {
        type: AuditEventType.TEAM_CHANGED,
        target: name,
        detail: `${id === null ? 'Made' : 'Changed'}: @${handle}, ${input.categories.join(', ') || 'no categories'}.`,
      });
      return one(manager, key);
    });
  }

  /** The whole list of members, as it is to be; who stays keeps the day they came. */
  async setMembers(caller: Caller, id: number, members: readonly MemberInput[]): Promise<Team> {
    if (members.length > mostMembers) {
      const message = `A team has at most ${mostMembers} members.`;
      throw new InvalidInputError([{ path: ['members'], code: 'too_long', message }]);
    }
    return inTransaction(this.dataSource, async (manager) => {
      const team = await one(manager, id);
      const unique = [...new Map(members.map((member) => [member.accountId, member])).values()];
      const accountIds = unique.map(({ accountId }) => accountId);
      const known = await manager.query<unknown[]>('select from account where id = any($1::integer[])', [accountIds]);
      if (known.length < unique.length) throw new NotFoundError('There is no such person.', ['members']);
      await manager.query('delete from team_member where team_id = $1 and account_id <> all($2::integer[])', [
        id,
        accountIds,
      ]);
      await manager.query(
        `insert into team_member (team_id, account_id, lead) select $1, * from unnest($2::integer[], $3::boolean[])
         on conflict (team_id, account_id) do update set lead = excluded.lead`,
        [id, accountIds, unique.map(({ lead }) => lead)],
      );
      const detail = `It has ${unique.length} members now.`;
      await recordAudit(manager, caller, { type: AuditEventType.TEAM_CHANGED, target: team.name, detail });
      return team;
    });
  }

  /** Its tickets belong to no team then. */
  async delete(caller: Caller, id: number): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const team = await one(manager, id);
      await this.leaveTickets(manager, id, caller);
      await manager.query('delete from team where id = $1', [id]);
      await recordAudit(manager, caller, { type: AuditEventType.TEAM_CHANGED, target: team.name, detail: 'Deleted.' });
    });
  }

  private async rows(bounds: KeysetBounds): Promise<Team[]> {
    const direction = bounds.reverse ? 'desc' : 'asc';
    const rows = await this.dataSource.query<TeamRow[]>(
      `select ${teamColumns} from team
       where ($1::integer is null or (lower(name), id) > (select lower(name), id from team where id = $1))
         and ($2::integer is null or (lower(name), id) < (select lower(name), id from team where id = $2))
       order by lower(name) ${direction}, id ${direction} limit $3`,
      [bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
    );
    return rows.map(teamOfRow);
  }
}

const membershipSql = `select team_id as "teamId", account_id as "accountId", lead,
  to_char(since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since from team_member`;

async function teamsByKey(manager: EntityManager, keys: readonly number[]): Promise<Map<number, Team>> {
  const rows = await manager.query<TeamRow[]>(`select ${teamColumns} from team where id = any($1::integer[])`, [keys]);
  return new Map(rows.map((row) => [row.key, teamOfRow(row)]));
}

/** @throws NotFoundError */
async function one(manager: EntityManager, id: number): Promise<Team> {
  const team = (await teamsByKey(manager, [id])).get(id);
  if (!team) throw new NotFoundError('There is no such team.', ['id']);
  return team;
}

/** @throws InvalidInputError where another team has the name or the handle */
async function saveRow(manager: EntityManager, id: number | null, name: string, handle: string): Promise<number> {
  try {
    const [row] = await manager.query<{ id: number }[]>(
      id === null
        ? 'insert into team (name, handle) values ($1, $2) returning id'
        : 'with saved as (update team set name = $1, handle = $2 where id = $3 returning id) select id from saved',
      id === null ? [name, handle] : [name, handle, id],
    );
    if (!row) throw new NotFoundError('There is no such team.', ['id']);
    return row.id;
  } catch (error) {
    const taken = { team_name_unique: 'name', team_handle_unique: 'handle' }[
      violatedConstraint(error)?.constraint ?? ''
    ];
    if (!taken) throw error;
    throw new InvalidInputError([{ path: [taken], code: 'invalid', message: `Another team has this ${taken}.` }]);
  }
}
