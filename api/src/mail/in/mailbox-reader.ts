/**
 * Reads a mailbox elsewhere by IMAP: what is new as the server tells of it, and once a minute whatever it tells. One process of
 * all has its turn; the others keep no connection. Mails are marked and moved by nobody.
 */
import type { DataSource } from 'typeorm';
import type { Logger } from '../../logger.js';
import type { AccessTokens } from '../access-tokens.js';
import { noteFailing, noteWorking } from '../channels.js';
import { type MailIntake, mostMailBytes } from './mail-intake.js';
import { folderOf, type MailboxClient, openMailbox, reasonOf } from './mailbox-connection.js';
import { moveOn, type Place, placeIn } from './mailbox-place.js';

/** How often a turn comes: the process that has it keeps it. */
export const mailboxTickMs = 2_000;
/** Without a turn for so long another process reads. */
const turnMs = 10_000;
const lookMs = 60_000;

export class MailboxReader {
  readonly #name: string;
  #client: MailboxClient | null = null;
  #reading: Promise<void> = Promise.resolve();
  #lastTurn = 0;
  #lastLook = 0;
  #isStopped = false;
  #watch: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: MailIntake,
    private readonly url: string,
    private readonly log: Logger,
    /** For a server that is given no password. */
    private readonly tokens: AccessTokens | null = null,
  ) {
    const { username, host } = new URL(url);
    this.#name = `${decodeURIComponent(username)}@${host}/${folderOf(url)}`;
  }

  /** It is this process's turn. @throws where the mailbox cannot be read; the caller tries again later */
  async take(): Promise<void> {
    if (this.#isStopped) return;
    this.#lastTurn = performance.now();
    this.#watch ??= setInterval(() => this.#leaveIfOver(), turnMs).unref();
    try {
      const isNew = !this.#client?.usable;
      if (isNew) await this.#connect();
      if (isNew || performance.now() - this.#lastLook > lookMs) await this.#look();
    } catch (error) {
      this.#drop();
      await noteFailing(this.dataSource, 'imap', `The mailbox cannot be read: ${reasonOf(error)}`);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#watch);
    await this.#reading.catch(() => undefined);
    const client = this.#client;
    this.#client = null;
    await client?.logout().catch(() => client.close());
  }

  async #connect(): Promise<void> {
    await openMailbox(this.url, this.tokens, (client) => {
      this.#drop();
      // Without a listener a cut connection ends the process.
      client.on('error', (error: Error) => this.log.info({ err: error }, 'The connection to the mailbox broke off.'));
      client.on('exists', () => void this.#look().catch(() => this.#drop()));
      this.#client = client;
    });
    // Stopped while a token was on its way.
    if (this.#isStopped) this.#drop();
  }

  /** One after the other, however often it is asked for. */
  #look(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#read());
    return this.#reading;
  }

  async #read(): Promise<void> {
    const client = this.#client;
    if (!client?.usable || !client.mailbox || this.#isOver) return;
    const { uidValidity, uidNext } = client.mailbox;
    const place = await placeIn(this.dataSource, this.#name, { uidValidity, uidNext });
    await this.#fetch(client, place);
    this.#lastLook = performance.now();
    await noteWorking(this.dataSource, 'imap');
    // Left alone the library waits 15 s before it listens again.
    void client.idle().catch(() => undefined);
  }

  /** @throws where a mail is there and its words are not: nothing is passed over */
  async #fetch(client: MailboxClient, { uidValidity, lastUid, beganAt }: Place): Promise<void> {
    const found: { uid: number; internalDate?: Date | string }[] = [];
    for await (const mail of client.fetch(`${lastUid + 1}:*`, { uid: true, internalDate: true }, { uid: true })) {
      found.push(mail);
    }
    // A range that ends in * always has the last mail.
    const fresh = found.filter(({ uid }) => uid > lastUid).sort((a, b) => a.uid - b.uid);
    for (const { uid, internalDate } of fresh) {
      const isEarlier = internalDate !== undefined && new Date(internalDate) < new Date(beganAt.getTime() - lookMs);
      if (lastUid > 0 || !isEarlier) await this.#takeOne(client, uid);
      await moveOn(this.dataSource, this.#name, uidValidity, uid);
    }
  }

  async #takeOne(client: MailboxClient, uid: number): Promise<void> {
    const mail = await client.fetchOne(String(uid), { source: { maxLength: mostMailBytes } }, { uid: true });
    // Somebody deleted it at this moment.
    if (mail === false) return;
    if (!mail.source?.length) throw new Error(`The server tells of the mail ${uid}, and does not give it.`);
    await this.intake.take('imap', mail.source);
  }

  get #isOver(): boolean {
    return this.#isStopped || performance.now() - this.#lastTurn > turnMs;
  }

  #leaveIfOver(): void {
    if (this.#isOver) this.#drop();
  }

  #drop(): void {
    this.#client?.close();
    this.#client = null;
  }
}
