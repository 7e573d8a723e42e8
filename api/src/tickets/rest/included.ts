/** What `?include=` adds to tickets of REST: whose they are, looked up for all of a page together. */
import type { Caller } from '../../caller.js';
import { ForbiddenError, InvalidInputError } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import type { AccountService } from '../../identity/accounts/account.service.js';
import type { Requester } from '../../people/requester.js';
import type { RequesterService } from '../../people/requester.service.js';
import { encodeGlobalId } from '../../relay/global-id.js';
import type { TeamService } from '../../teams/team.service.js';
import type { ExportedTicket } from '../read/ticket-reader.js';
import type { Ticket } from '../ticket.entity.js';

export const includable = ['requester', 'assignee', 'team'] as const;
export type Included = ReadonlySet<(typeof includable)[number]>;

export type Named = { readonly id: string; readonly name: string } | null;
export type NamedRequester = (NonNullable<Named> & { readonly email: string | null }) | null;
export type Additions = { readonly requester?: NamedRequester; readonly assignee?: Named; readonly team?: Named };

/** @throws InvalidInputError for what cannot be included */
export function parseInclude(query: unknown): Included {
  const { include } = query as { include?: unknown };
  const names = (lastText(include) ?? '').split(',').flatMap((name) => name.trim() || []);
  const unknown = names.find((name) => !includable.some((known) => known === name));
  if (unknown !== undefined) {
    const message = `"${unknown.slice(0, 100).toWellFormed()}" is not a valid choice.`;
    throw new InvalidInputError([{ path: ['include'], code: 'invalid_choice', message }]);
  }
  return new Set(includable.filter((name) => names.includes(name)));
}

export type Row = { readonly ticket: Ticket; readonly additions: Additions };
/** JSON tells the assignee by id and name; a file takes their address along, by which another desk knows them. */
export type ExportedRow = ExportedTicket & Row & { readonly assigneeEmail: string | null };

export class Inclusion {
  constructor(
    private readonly accounts: AccountService,
    private readonly teams: TeamService,
    private readonly requesters: RequesterService,
  ) {}

  /** In the order of the tickets. Without anything to include nothing is asked. */
  async of(caller: Caller, tickets: readonly Ticket[], included: Included): Promise<Additions[]> {
    if (included.size === 0) return tickets.map(() => ({}));
    if (included.has('requester') && caller.scopes?.includes('PEOPLE_READ') === false) {
      throw new ForbiddenError('The token lacks the scope PEOPLE_READ.');
    }
    const keys = (key: 'assigneeKey' | 'teamKey' | 'requesterKey') => [
      ...new Set(tickets.flatMap((ticket) => ticket[key] ?? [])),
    ];
    const [people, teams, requesters] = await Promise.all([
      included.has('assignee') ? this.accounts.getMany(caller, keys('assigneeKey')) : null,
      included.has('team') ? this.teams.getMany(caller, keys('teamKey')) : null,
      included.has('requester') ? this.requesters.getMany(caller, keys('requesterKey')) : null,
    ]);
    return tickets.map(({ assigneeKey, teamKey, requesterKey }) => ({
      ...(requesters && { requester: namedRequester(requesters.get(requesterKey ?? 0)) }),
      ...(people && { assignee: named('User', assigneeKey, people.get(assigneeKey ?? 0)?.displayName) }),
      ...(teams && { team: named('Team', teamKey, teams.get(teamKey ?? 0)?.name) }),
    }));
  }

  /** With the addresses of assignees, for whoever may read addresses. */
  async *exported(
    caller: Caller,
    batches: AsyncIterable<readonly ExportedTicket[]>,
    included: Included,
  ): AsyncGenerator<ExportedRow[]> {
    const tellsEmails = included.has('assignee') && caller.scopes?.includes('PEOPLE_READ') !== false;
    for await (const rows of this.rows(caller, batches, included)) {
      const keys = [...new Set(rows.flatMap(({ ticket }) => ticket.assigneeKey ?? []))];
      const people = tellsEmails ? await this.accounts.getMany(caller, keys) : null;
      yield rows.map((row) => ({ ...row, assigneeEmail: people?.get(row.ticket.assigneeKey ?? 0)?.email ?? null }));
    }
  }

  /** A batch at a time, so that memory does not grow with the list. */
  async *rows<Item extends { readonly ticket: Ticket }>(
    caller: Caller,
    batches: AsyncIterable<readonly Item[]>,
    included: Included,
  ): AsyncGenerator<(Item & { readonly additions: Additions })[]> {
    for await (const items of batches) {
      const tickets = items.map(({ ticket }) => ticket);
      const additions = await this.of(caller, tickets, included);
      yield items.map((item, index) => ({ ...item, additions: additions[index] ?? {} }));
    }
  }
}

function namedRequester(requester: Requester | undefined): NamedRequester {
  if (!requester) return null;
  return { id: requester.id, name: requester.displayName, email: requester.emails[0]?.address ?? null };
}

function named(type: string, key: number | null | undefined, name: string | undefined): Named {
  return key == null || name === undefined ? null : { id: encodeGlobalId(type, key), name };
}
