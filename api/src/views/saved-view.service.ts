import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import { inTransaction } from '../database/transaction.js';
import { ForbiddenError, InvalidInputError, NotFoundError } from '../errors.js';
import { Issues, takeName } from '../identity/accounts/account-rules.js';
import { SavedView, ViewSharing } from './saved-view.js';

const longestQuery = 2_000;
const mostViews = 200;

export type ViewInput = {
  readonly name: unknown;
  readonly query: string;
  readonly sharedWith: ViewSharing;
  readonly teamKey: number | null;
  readonly position: number | null;
};

type Row = Omit<SavedView, 'id' | 'nodeKey'>;
const viewOf = (row: Row) => Object.assign(new SavedView(), row);
export const viewPosition = (view: SavedView) => ({ sort: null, number: view.key });

const columns = `view.id as key, view.owner_id as "ownerKey", view.team_id as "teamKey", view.name, view.query,
  view.shared_with as "sharedWith", view.position`;

/** Own views, those of own teams, and those of everybody; $1 is the caller's account, or null. */
const isVisible = `(view.owner_id = $1::integer or view.shared_with = 'everybody' or (view.shared_with = 'team'
  and view.team_id in (select team_id from team_member where account_id = $1::integer)))`;

export class SavedViewService {
  constructor(private readonly dataSource: DataSource) {}

  /** By position. */
  page(caller: Caller, request: PageRequest): Promise<Page<SavedView>> {
    return readPage({ positionOf: viewPosition, rows: (bounds) => this.rows(caller, bounds) }, request);
  }

  async count({ accountId }: Caller): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from saved_view view where ${isVisible}`,
      [accountId ?? null],
    );
    return row?.count ?? 0;
  }

  /** Null for what the caller may not see. */
  async get({ accountId }: Caller, key: number): Promise<SavedView | null> {
    const [row] = await this.dataSource.query<Row[]>(
      `select ${columns} from saved_view view where ${isVisible} and view.id = $2`,
      [accountId ?? null, key],
    );
    return row ? viewOf(row) : null;
  }

  /** Its owner's, and shared ones also administrators'. */
  mayEdit({ accountId, access }: Caller, { ownerKey, sharedWith }: SavedView): boolean {
    return ownerKey === accountId || (sharedWith !== ViewSharing.ME && access === 'ADMIN');
  }

  /** Makes a view, or changes the one that `key` names. */
  async save(caller: Caller, key: number | null, input: ViewInput): Promise<SavedView> {
    const accountId = ownerOf(caller);
    const values = take(input);
    if (key !== null) await this.editable(caller, key);
    return inTransaction(this.dataSource, async (manager) => {
      await refuseForeignTeam(manager, caller, input);
      if (key === null) await refuseTooMany(manager, accountId);
      const [row] = await manager.query<Row[]>(
        key === null
          ? `with view as (
               insert into saved_view (name, query, shared_with, team_id, owner_id, position)
               values ($1, $2, $3, $4, $5::integer, coalesce($6, (select coalesce(max(position), 0) + 1 from saved_view where owner_id = $5::integer)))
               returning *) select ${columns} from view`
          : `with view as (
               update saved_view set name = $1, query = $2, shared_with = $3, team_id = $4, position = coalesce($6, position)
               where id = $5 returning *) select ${columns} from view`,
        [...values, key ?? accountId, input.position],
      );
      if (!row) throw new NotFoundError('There is no such view.', ['id']);
      return viewOf(row);
    });
  }

  async delete(caller: Caller, key: number): Promise<void> {
    ownerOf(caller);
    await this.editable(caller, key);
    await this.dataSource.query('delete from saved_view where id = $1', [key]);
  }

  /** @throws NotFoundError, ForbiddenError */
  private async editable(caller: Caller, key: number): Promise<void> {
    const view = await this.get(caller, key);
    if (!view) throw new NotFoundError('There is no such view.', ['id']);
    if (!this.mayEdit(caller, view))
      throw new ForbiddenError('Only its owner and administrators change this view.', ['id']);
  }

  private async rows({ accountId }: Caller, bounds: KeysetBounds): Promise<SavedView[]> {
    const direction = bounds.reverse ? 'desc' : 'asc';
    const place = (parameter: string) => `(select position, id from saved_view where id = ${parameter})`;
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from saved_view view where ${isVisible}
         and ($2::integer is null or (view.position, view.id) > ${place('$2')})
         and ($3::integer is null or (view.position, view.id) < ${place('$3')})
       order by view.position ${direction}, view.id ${direction} limit $4`,
      [accountId ?? null, bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
    );
    return rows.map(viewOf);
  }
}

function ownerOf({ accountId }: Caller): number {
  if (accountId == null) throw new ForbiddenError('Only people keep views.');
  return accountId;
}

function take({ name, query, sharedWith, teamKey }: ViewInput): unknown[] {
  const issues = new Issues();
  const taken = takeName('name', name, issues);
  if (!query.isWellFormed() || query.includes('\0')) issues.add('query', 'invalid', 'Not a valid string.');
  if ([...query].length > longestQuery) {
    issues.add('query', 'too_long', `Ensure this field has no more than ${longestQuery} characters.`);
  }
  if ((sharedWith === ViewSharing.TEAM) !== (teamKey !== null)) {
    issues.add('teamId', 'invalid', 'Name a team where the view is shared with one, and nowhere else.');
  }
  issues.refuse();
  return [taken, query, sharedWith, teamKey];
}

/** A view is shared with a team by its members and by administrators. */
async function refuseForeignTeam(manager: EntityManager, caller: Caller, { teamKey }: ViewInput): Promise<void> {
  if (teamKey === null) return;
  const rows = await manager.query<unknown[]>(
    `select from team where id = $1 and ($3 or exists (select from team_member where team_id = $1 and account_id = $2))`,
    [teamKey, caller.accountId, caller.access === 'ADMIN'],
  );
  if (rows.length > 0) return;
  throw new InvalidInputError([{ path: ['teamId'], code: 'invalid', message: 'You are in no team with this id.' }]);
}

async function refuseTooMany(manager: EntityManager, ownerId: number): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    'select count(*)::int as count from saved_view where owner_id = $1',
    [ownerId],
  );
  if ((row?.count ?? 0) < mostViews) return;
  const message = `You have ${mostViews} views; remove one first.`;
  throw new InvalidInputError([{ path: ['name'], code: 'invalid', message }]);
}
