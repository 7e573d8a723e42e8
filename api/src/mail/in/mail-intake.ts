/** The one way in, whatever a mail came by: its bytes are committed, and only then its sender hears that the desk has it. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { InvalidInputError, NotFoundError } from '../../errors.js';
import type { Jobs } from '../../jobs/jobs.js';
import { type Channel, noteWorking } from '../channels.js';
import { type Kept, keepMail, unread } from './inbound-mail.js';

export const mostMailBytes = 25 * 2 ** 20;
export const inboundJob = 'inbound mail';

export type InboundJob = {
  readonly key: string;
  /** A person wants it read, whatever a machine made of it. */
  readonly isWanted?: boolean;
  readonly ticketNumber?: number | null;
};

export class MailIntake {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** The same bytes again are the same mail. @param recipients Of the envelope, where the way tells them. */
  async take(way: Channel, raw: Buffer, recipients: readonly string[] = []): Promise<Kept> {
    if (raw.length === 0) {
      throw new InvalidInputError([{ path: ['mail'], code: 'required', message: 'The mail is empty.' }]);
    }
    const taken = await inTransaction(this.dataSource, async (manager) => {
      const kept = await keepMail(manager, raw, recipients);
      if (kept.isNew) await this.jobs.enqueue(manager, inboundJob, { key: kept.key } satisfies InboundJob);
      return kept;
    });
    await noteWorking(this.dataSource, way);
    return taken;
  }

  /** What was filed, refused or failed, once more. @throws NotFoundError for what became words already */
  async readAgain(_caller: Caller, key: string, ticketNumber: number | null): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      if (!(await unread(manager, key))) throw new NotFoundError('There is no such mail to read again.', ['id']);
      await this.jobs.enqueue(manager, inboundJob, { key, isWanted: true, ticketNumber } satisfies InboundJob);
    });
  }
}
