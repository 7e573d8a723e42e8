/** Postfix and Dovecot as Debian packs them: a mail server that nobody here wrote, on free ports of the loopback. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

const postfix = '/usr/sbin/postfix';
const master = '/usr/lib/postfix/sbin/master';
const dovecot = '/usr/sbin/dovecot';
/** Whose the mailboxes are: nobody’s. */
const owner = 65_534;

/** Why there are none; null where both can be started. Postfix starts for root alone. */
export function whyNoDebianMail(): string | null {
  if (!existsSync(postfix) || !existsSync(dovecot)) return 'Postfix or Dovecot is not installed';
  if (process.getuid?.() !== 0) return 'only root starts Postfix';
  const version = execFileSync(dovecot, ['--version'], { encoding: 'utf8' });
  return version.startsWith('2.3.') ? null : `the settings here are of Dovecot 2.3, not of ${version.trim()}`;
}

/**
 * A mailbox `desk` for desk@example.org and all of reply.example.org, read by IMAP; `grace` for grace@example.org; any other
 * address of example.org is taken in, and comes back as mail.
 */
export async function startDebianMail() {
  const home = mkdtempSync(join(tmpdir(), 'mail-'));
  chmodSync(home, 0o755);
  for (const name of ['postfix', 'spool', 'data', 'mail', 'run']) mkdirSync(join(home, name));
  chownSync(join(home, 'mail'), owner, owner);
  chownSync(join(home, 'data'), Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' })), 0);
  const [smtpPort, imapPort] = [await freePort(), await freePort()];
  writePostfixSettings(home, smtpPort);
  writeDovecotSettings(home, imapPort);
  execFileSync(postfix, ['-c', join(home, 'postfix'), 'check'], { stdio: 'ignore' });
  const carrier = await start(master, ['-c', join(home, 'postfix'), '-d'], smtpPort);
  const startReader = () => start(dovecot, ['-F', '-c', join(home, 'dovecot.conf')], imapPort);
  let reader = await startReader();
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imapUrl: `imap://desk:secret@127.0.0.1:${imapPort}/INBOX`,
    async send(from: string, to: string, raw: Buffer): Promise<void> {
      await transport.sendMail({ envelope: { from, to }, raw });
    },
    /** What a mailbox holds, in no order. */
    read(name: string) {
      const folder = join(home, 'mail', name, 'new');
      const files = existsSync(folder) ? readdirSync(folder) : [];
      return Promise.all(files.map((file) => PostalMime.parse(readFileSync(join(folder, file)))));
    },
    /** The mailboxes cannot be read while it works; mail goes on being delivered. */
    async withoutReader(work: () => Promise<void>): Promise<void> {
      await stop(reader);
      await work();
      reader = await startReader();
    },
    async stop(): Promise<void> {
      await stop(reader);
      await stop(carrier);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type DebianMail = Awaited<ReturnType<typeof startDebianMail>>;

function writePostfixSettings(home: string, port: number): void {
  const folder = join(home, 'postfix');
  const settings = {
    compatibility_level: '3.6',
    queue_directory: join(home, 'spool'),
    data_directory: join(home, 'data'),
    maillog_file: join(home, 'postfix.log'),
    maillog_file_prefixes: home,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'mail.example.org',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    // Whoever is not here is taken in first and sent back, as by a server that hands on.
    smtpd_reject_unlisted_recipient: 'no',
    virtual_mailbox_domains: 'example.org, reply.example.org',
    virtual_mailbox_base: join(home, 'mail'),
    virtual_mailbox_maps: `texthash:${join(folder, 'mailboxes')}`,
    virtual_uid_maps: `static:${owner}`,
    virtual_gid_maps: `static:${owner}`,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(folder, 'main.cf'), lines.join(''));
  writeFileSync(
    join(folder, 'mailboxes'),
    'desk@example.org desk/\n@reply.example.org desk/\ngrace@example.org grace/\n',
  );
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  writeFileSync(join(folder, 'master.cf'), services.map((line) => `${line}\n`).join(''));
}

function writeDovecotSettings(home: string, port: number): void {
  writeFileSync(join(home, 'users'), 'desk:{PLAIN}secret\n');
  writeFileSync(
    join(home, 'dovecot.conf'),
    `base_dir = ${home}/run
log_path = ${home}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${home}/mail/%n
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = static
  args = uid=${owner} gid=${owner} home=${home}/mail/%n
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  );
}

async function start(program: string, parameters: string[], port: number): Promise<ChildProcess> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    return answers(port);
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
