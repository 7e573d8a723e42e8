/**
 * The links to requesters' pages: one for each ticket, made when somebody is told of it. Whatever is wrong with a link, the
 * answer is the same, after the same statement and no sooner than after the same time.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller, Door } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, NotFoundError, UnauthenticatedError, WrongStateError } from '../../errors.js';
import type { Signer } from '../../files/file-addresses.js';
import { AuditEventType } from '../../identity/audit/audit-event.js';
import { recordAudit } from '../../identity/audit/audit-trail.js';
import type { Courier } from '../courier.js';
import { fits, type LinkSecret, linkToken, newNonceBytes, readToken } from './link-token.js';
import { goesOnFor, linkEnds } from './request-life.js';
import { isTold, type Submission } from './told.js';

/** How long the cookie is good that a link is exchanged for; the link itself is never sent again. */
export const pageSeconds = 1_800;

const refusedAfterMs = 25;
const cookiePurpose = 'request page';
const addressPurpose = 'address that was told a link';

/** The cookie is of no link that holds: told once, with the answer that deletes it. */
export class BadRequestPageError extends UnauthenticatedError {}

type Link = LinkSecret & { readonly ticketNumber: number; readonly holds: boolean };

/** Told to the team, or mailed to whoever asked; one of the two is null. */
export type Rotated = { readonly url: string | null; readonly sentTo: string | null };

/** What fits no token, for ids that no link has. */
const noLink: Link = { id: 0, nonce: Buffer.alloc(newNonceBytes), generation: 0, ticketNumber: 0, holds: false };

export class RequestLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: Signer,
    private readonly publicUrl: string,
    private readonly courier: Courier,
  ) {}

  /** For the token of a link, the value of a cookie that is worth this one request. @throws ForbiddenError */
  async enter(token: unknown): Promise<string> {
    const soonest = setTimeout(refusedAfterMs);
    const given = readToken(token);
    const link = await this.find(given.id);
    if (fits(this.signer, given, link) && link.holds) {
      const expires = Math.floor(Date.now() / 1_000) + pageSeconds;
      return this.signer.sign(cookiePurpose, `${link.id}-${link.generation}-${expires}`);
    }
    await soonest;
    throw new ForbiddenError('This link does not work.');
  }

  /** Who holds such a cookie: asked anew for each request, so that a link that was replaced ends at once. @throws BadRequestPageError */
  async holder(cookie: string, address: string, door: Door): Promise<Caller> {
    const text = this.signer.open(cookiePurpose, cookie);
    const [id, generation, expires] = (text ?? '').split('-').map(Number);
    const isLate = !(expires && expires > Date.now() / 1_000);
    const link = isLate ? noLink : await this.find(id ?? 0);
    if (!link.holds || link.generation !== generation) {
      throw new BadRequestPageError('Open the link to this request again.');
    }
    return {
      kind: 'requester',
      id: String(link.id),
      name: null,
      access: 'REQUESTER',
      address,
      door,
      ticketNumber: link.ticketNumber,
    };
  }

  /** For the receipt of a submission: the page, where it is told to whoever submitted; else null. */
  async ofSubmission(caller: Caller, ticketNumber: number, submission: Submission): Promise<string | null> {
    if (!isTold(caller, submission)) return null;
    return submission.replayed ? this.tellAgain(caller, ticketNumber) : this.tell(caller, ticketNumber);
  }

  /** Of a ticket that the caller has just submitted. */
  async tell({ address }: Caller, ticketNumber: number): Promise<string> {
    const link = await this.ensure(this.dataSource.manager, ticketNumber);
    await this.dataSource.query('update request_link set told_to = $2, told_at = now() where id = $1', [
      link.id,
      this.addressMark(address),
    ]);
    return this.urlOf(link);
  }

  /** The same again, for the network address that was told it; null for others. */
  async tellAgain({ address }: Caller, ticketNumber: number): Promise<string | null> {
    const [link] = await this.dataSource.query<LinkSecret[]>(
      'select id, nonce, generation from request_link where ticket_number = $1 and told_to = $2',
      [ticketNumber, this.addressMark(address)],
    );
    return link ? this.urlOf(link) : null;
  }

  /** For a mail to this address; null where it is not the requester's, or their link does not hold. */
  async addressFor(ticketNumber: number, address: string): Promise<string | null> {
    const rows = await this.dataSource.query<unknown[]>(
      `select from ticket join requester_email using (requester_id) where number = $1 and address = $2`,
      [ticketNumber, address],
    );
    if (rows.length === 0) return null;
    const link = await this.ensure(this.dataSource.manager, ticketNumber);
    return (await this.find(link.id)).holds ? this.urlOf(link) : null;
  }

  /** Ends the link that there was. The new one is mailed; where that cannot be, the team passes it on. @throws WrongStateError */
  async rotate(caller: Caller, ticketNumber: number): Promise<Rotated> {
    return inTransaction(this.dataSource, async (manager) => {
      const { id } = await this.ensure(manager, ticketNumber);
      const [link] = await manager.query<LinkSecret[]>(
        `with rotated as (
           update request_link set nonce = $2, generation = generation + 1, told_to = null, told_at = null,
             requester_id = (select requester_id from ticket where number = ticket_number)
           where id = $1 returning id, nonce, generation)
         select * from rotated`,
        [id, randomBytes(newNonceBytes)],
      );
      if (!link || !(await this.find(link.id, manager)).holds) {
        throw new WrongStateError('Nothing was said here for so long that a link would not work. Reply first.', []);
      }
      const target = `T-${ticketNumber}`;
      await recordAudit(manager, caller, { type: AuditEventType.REQUEST_LINK_ROTATED, target });
      const sentTo = await this.courier.carryLink(manager, ticketNumber);
      return { url: sentTo === null ? this.urlOf(link) : null, sentTo };
    });
  }

  /** Forgets to which addresses links were told. */
  async retain(): Promise<void> {
    await this.dataSource.query(
      `update request_link set told_to = null, told_at = null where told_at <= now() - interval '1 day'`,
    );
  }

  private async ensure(manager: EntityManager, ticketNumber: number): Promise<LinkSecret> {
    await manager.query(
      `insert into request_link (ticket_number, requester_id, nonce)
       select number, requester_id, $2 from ticket where number = $1 on conflict (ticket_number) do nothing`,
      [ticketNumber, randomBytes(newNonceBytes)],
    );
    const [link] = await manager.query<LinkSecret[]>(
      'select id, nonce, generation from request_link where ticket_number = $1',
      [ticketNumber],
    );
    if (!link) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
    return link;
  }

  private async find(id: number, database: DataSource | EntityManager = this.dataSource): Promise<Link> {
    const [link] = await database.query<Link[]>(
      `select link.id, nonce, generation, coalesce(goes_on.number, ticket.number) as "ticketNumber",
         link.requester_id is not distinct from ticket.requester_id and requester.erased_at is null
           and greatest(${linkEnds('ticket')}, ${linkEnds('goes_on')}) > now() as holds
       from request_link as link join ticket on ticket.number = ticket_number
         left join ticket as goes_on on ${goesOnFor('goes_on', 'ticket')}
         left join requester on requester.id = link.requester_id
       where link.id = $1::bigint`,
      [id],
    );
    return link ?? noLink;
  }

  private urlOf(link: LinkSecret): string {
    return `${this.publicUrl}/r#${linkToken(this.signer, link)}`;
  }

  private addressMark(address: string | null): string {
    const text = address ?? '';
    return this.signer.sign(addressPurpose, text).slice(text.length + 1);
  }
}
