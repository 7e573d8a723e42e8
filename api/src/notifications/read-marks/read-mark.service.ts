import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { mayReadNotes } from '../../conversation/authors.js';
import { ForbiddenError, InvalidInputError } from '../../errors.js';

const mostMarked = 100;

/** What nobody opened for this long counts as read, so that an old desk is not all unread to everybody. */
const forgottenAfter = '30 days';

/** How far each person has read each ticket. Own doings, and what was done before somebody joined, are never unread. */
export class ReadMarkService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of the tickets that hold something which the caller has not seen. */
  async unreadAmong(caller: Caller, numbers: readonly number[]): Promise<Set<number>> {
    if (caller.accountId == null) return new Set();
    const rows = await this.dataSource.query<{ number: number }[]>(
      `select asked.number from unnest($2::integer[]) as asked (number)
         left join read_mark mark on mark.account_id = $1 and mark.ticket_number = asked.number
       where (mark.account_id is not null and mark.seen_event_id is null) or exists (
         select from ticket_event event
         where event.ticket_number = asked.number and event.id > coalesce(mark.seen_event_id, 0)
           and event.account_id is distinct from $1
           and event.created_at > now() - interval '${forgottenAfter}'
           and event.created_at > (select created_at from account where id = $1)
           and ($3 or event.note_id is null))`,
      [caller.accountId, numbers, mayReadNotes(caller)],
    );
    return new Set(rows.map(({ number }) => number));
  }

  /** Marks as read all that is there by now, or marks the whole ticket as unread. Deleted tickets are passed over. */
  async mark({ accountId }: Caller, numbers: readonly number[], isRead: boolean): Promise<void> {
    if (accountId == null) throw new ForbiddenError('Only people have read marks.');
    if (numbers.length > mostMarked) {
      const message = `Mark at most ${mostMarked} tickets at once.`;
      throw new InvalidInputError([{ path: ['ids'], code: 'too_long', message }]);
    }
    await this.dataSource.query(
      `with existing as (
         select number from ticket where number = any($2::integer[]) order by number for key share)
       insert into read_mark (account_id, ticket_number, seen_event_id)
       select $1, number, case when $3 then
         coalesce((select max(id) from ticket_event where ticket_number = existing.number), 0) end
       from existing order by number
       on conflict (account_id, ticket_number) do update set seen_event_id =
         case when $3 then greatest(read_mark.seen_event_id, excluded.seen_event_id) end`,
      [accountId, numbers, isRead],
    );
  }
}
