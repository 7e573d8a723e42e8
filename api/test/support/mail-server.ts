/** A mail server on loopback, which takes what it is sent, or does what a test wants of it. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './eventually.js';

export type Taken = {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  read(): ReturnType<typeof read>;
};

/** An answer to refuse with, at the recipient or after the words; null takes the mail. */
export type Refusal = { readonly at: 'rcpt' | 'data'; readonly code: number; readonly text: string } | null;

const read = (raw: string) => PostalMime.parse(raw);

/** @param isGood Lets in whoever shows such an access token (XOAUTH2), and nobody else; null: everybody, without a name. */
export async function startMailServer(port = 0, isGood: ((user: string, token: string) => boolean) | null = null) {
  const taken: Taken[] = [];
  let refuse: (to: string) => Refusal = () => null;
  let dies = false;
  let tries = 0;
  let refusedNames = 0;
  const refusal = (at: 'rcpt' | 'data', to: string) => {
    const wanted = refuse(to);
    return wanted?.at === at ? Object.assign(new Error(wanted.text), { responseCode: wanted.code }) : null;
  };
  const server = new SMTPServer({
    disabledCommands: isGood ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    authMethods: ['XOAUTH2'],
    allowInsecureAuth: true,
    onAuth({ username = '', accessToken = '' }, _session, done) {
      const isIn = isGood?.(username, accessToken) === true;
      if (!isIn) refusedNames++;
      done(null, isIn ? { user: username } : { data: { status: '401', schemes: 'bearer' } });
    },
    onRcptTo({ address }, _session, done) {
      tries++;
      done(refusal('rcpt', address));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? '';
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const refused = refusal('data', to);
        if (refused) return done(refused);
        const raw = Buffer.concat(parts).toString();
        taken.push({ from, to, raw, read: () => read(raw) });
        if (!dies) done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: at } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${at}`,
    port: at,
    taken,
    get tries() {
      return tries;
    },
    /** How often somebody was not let in. */
    get refusedNames() {
      return refusedNames;
    },
    refuseBy(rule: (to: string) => Refusal) {
      refuse = rule;
    },
    /** Takes the words and never says so. */
    dieAfterWords(does: boolean) {
      dies = does;
    },
    /** As many as are taken by now, or come soon. */
    async takes(count: number): Promise<Taken[]> {
      await eventually(() => taken.length >= count);
      return taken;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** A server that accepts connections and says what it is told to, or nothing at all. */
export async function startSilentServer(greeting: string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting === null) return;
    socket.end(greeting);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
