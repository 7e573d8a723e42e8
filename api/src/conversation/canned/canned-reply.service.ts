import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, InvalidInputError, NotFoundError } from '../../errors.js';
import { Issues, takeName } from '../../identity/accounts/account-rules.js';
import type { TicketStatus } from '../../tickets/fields/ticket-values.js';
import { ViewSharing } from '../../views/saved-view.js';
import { takeBody } from '../message-text.js';
import { type CannedReply, type CannedReplyRow, cannedReplyColumns, cannedReplyOfRow } from './canned-reply.js';
import { countVisible, visibleOne, visibleRows } from './canned-reply-reads.js';

export const cannedReplyPosition = ({ key }: CannedReply) => ({ sort: null, number: key });

export type CannedReplyInput = {
  readonly name: unknown;
  readonly body: unknown;
  /** Null: as it is; of a new one, the caller's own, or everybody's where the caller has no account. */
  readonly sharedWith: ViewSharing | null;
  readonly teamKey: number | null;
  readonly thenStatus: TicketStatus | null;
};

/** Ready-made answers: own ones, and shared ones, which administrators look after. */
export class CannedReplyService {
  constructor(private readonly dataSource: DataSource) {}

  page(caller: Caller, search: string | null, request: PageRequest): Promise<Page<CannedReply>> {
    const rows = (bounds: Parameters<typeof visibleRows>[3]) => visibleRows(this.dataSource, caller, search, bounds);
    return readPage({ positionOf: cannedReplyPosition, rows }, request);
  }

  count(caller: Caller, search: string | null): Promise<number> {
    return countVisible(this.dataSource, caller, search);
  }

  get(caller: Caller, key: number): Promise<CannedReply | null> {
    return visibleOne(this.dataSource, caller, key);
  }

  /** Own ones; shared ones also administrators', and the team's that has no names yet. */
  mayEdit(caller: Caller, { ownerKey, sharedWith }: CannedReply): boolean {
    return (ownerKey !== null && ownerKey === caller.accountId && sharedWith === ViewSharing.ME) || mayShare(caller);
  }

  /** Makes one, or changes the one that `key` names. @throws InvalidInputError, NotFoundError, ForbiddenError */
  async save(caller: Caller, key: number | null, input: CannedReplyInput): Promise<CannedReply> {
    return inTransaction(this.dataSource, async (manager) => {
      const known = key === null ? null : await this.editable(manager, caller, key);
      const sharedWith = input.sharedWith ?? known?.sharedWith ?? ownSharing(caller);
      const issues = new Issues();
      const name = takeName('name', input.name, issues);
      issues.refuse();
      const body = takeBody(input.body);
      if (sharedWith !== ViewSharing.ME && !mayShare(caller)) {
        throw new ForbiddenError('Only administrators share ready-made answers.', ['sharedWith']);
      }
      if (sharedWith === ViewSharing.ME && caller.accountId == null) {
        throw new ForbiddenError('Only people keep answers for themselves.', ['sharedWith']);
      }
      const teamKey = input.teamKey ?? (input.sharedWith === null ? (known?.teamKey ?? null) : null);
      await refuseTeam(manager, sharedWith, teamKey);
      const values = [name, body, sharedWith, teamKey, input.thenStatus, key ?? caller.accountId ?? null];
      const [row] = await manager.query<CannedReplyRow[]>(
        key === null
          ? `with canned as (
               insert into canned_reply (name, body, shared_with, team_id, then_status, owner_id)
               values ($1, $2, $3, $4, $5, $6) returning *) select ${cannedReplyColumns} from canned`
          : `with canned as (
               update canned_reply set name = $1, body = $2, shared_with = $3, team_id = $4, then_status = $5
               where id = $6 returning *) select ${cannedReplyColumns} from canned`,
        values,
      );
      if (!row) throw unknown();
      return cannedReplyOfRow(row);
    });
  }

  async delete(caller: Caller, key: number): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await this.editable(manager, caller, key);
      await manager.query('delete from canned_reply where id = $1', [key]);
    });
  }

  private async editable(manager: EntityManager, caller: Caller, key: number): Promise<CannedReply> {
    const known = await visibleOne(manager, caller, key);
    if (!known) throw unknown();
    if (!this.mayEdit(caller, known)) throw new ForbiddenError('Only administrators change shared answers.', ['id']);
    return known;
  }
}

const unknown = () => new NotFoundError('There is no ready-made answer with this id.', ['id']);

const mayShare = ({ access, kind }: Caller) => access === 'ADMIN' || kind === 'team';

function ownSharing({ accountId }: Caller): ViewSharing {
  return accountId == null ? ViewSharing.EVERYBODY : ViewSharing.ME;
}

async function refuseTeam(manager: EntityManager, sharedWith: ViewSharing, teamKey: number | null): Promise<void> {
  const path = ['teamId'];
  if ((sharedWith === ViewSharing.TEAM) !== (teamKey !== null)) {
    const message = 'Name a team where the answer is shared with one, and nowhere else.';
    throw new InvalidInputError([{ path, code: 'invalid', message }]);
  }
  if (teamKey === null) return;
  const rows = await manager.query<unknown[]>('select from team where id = $1 for share', [teamKey]);
  if (rows.length > 0) return;
  throw new InvalidInputError([{ path, code: 'invalid', message: 'There is no team with this id.' }]);
}
