/**
 * Reads a mailbox elsewhere by IMAP: what is new as the server tells of it, and once a minute whatever it tells. One process of
 * all has its turn; the others keep no connection. Mails are marked and moved by nobody.
 */
import { ImapFlow } from 'imapflow';
import type { DataSource } from 'typeorm';
import type { Logger } from '../../logger.js';
import { noteFailing, noteWorking } from '../channels.js';
import { type MailIntake, mostMailBytes } from './mail-intake.js';
import { moveOn, type Place, placeIn } from './mailbox-place.js';

/** How often a turn comes: the process that has it keeps it. */
export const mailboxTickMs = 2_000;
/** Without a turn for so long another process reads. */
const turnMs = 10_000;
const lookMs = 60_000;
const patienceMs = 30_000;

export class MailboxReader {
  readonly #name: string;
  readonly #folder: string;
  #client: ImapFlow | null = null;
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
  ) {
    const { username, host, pathname } = new URL(url);
    this.#folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
    this.#name = `${decodeURIComponent(username)}@${host}/${this.#folder}`;
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
    this.#drop();
    const { hostname, port, protocol, username, password } = new URL(this.url);
    const secure = protocol === 'imaps:';
    const client = new ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (secure ? 993 : 143)),
      secure,
      // A password never goes over the network in clear.
      ...(secure || isLocal(hostname) ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      maxIdleTime: 5 * lookMs,
    });
    // Without a listener a cut connection ends the process.
    client.on('error', (error: Error) => this.log.info({ err: error }, 'The connection to the mailbox broke off.'));
    client.on('exists', () => void this.#look().catch(() => this.#drop()));
    this.#client = client;
    await client.connect();
    await client.mailboxOpen(this.#folder, { readOnly: true });
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
  async #fetch(client: ImapFlow, { uidValidity, lastUid, beganAt }: Place): Promise<void> {
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

  async #takeOne(client: ImapFlow, uid: number): Promise<void> {
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

const isLocal = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);

function reasonOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return (responseText ?? message ?? String(error)).replace(/\s+/g, ' ');
}
