import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../../src/config.js';

const repository = resolve(import.meta.dirname, '../../..');

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('the configuration', () => {
  it('needs nothing: it listens on loopback and keeps its data at the root of the repository', () => {
    const { server, database } = loadConfig({});
    expect(server).toMatchObject({ port: 8000, host: '127.0.0.1' });
    expect(server.corsAllowedOrigins).toContain('http://localhost:5173');
    expect(database.location).toEqual({ kind: 'embedded', directory: resolve(repository, '.data') });
  });

  it('takes an empty value for none, and a relative folder from the root of the repository', () => {
    const { server, database } = loadConfig({ PORT: '', DATABASE_URL: ' ', DATA_DIR: 'elsewhere' });
    expect(server.port).toBe(8000);
    expect(database.location).toEqual({ kind: 'embedded', directory: resolve(repository, 'elsewhere') });
  });

  it.each(['https://desk.example.org', 'desk.example.org:8000', 'desk.example.org/help'])(
    'refuses a host that no request could name: %s',
    (host) => {
      expect(problemsOf({ ALLOWED_HOSTS: `inside.example.org,${host}` })).toEqual([
        'ALLOWED_HOSTS must be names without scheme, port or path, such as desk.example.org.',
      ]);
    },
  );

  it('takes names and addresses of either kind as hosts', () => {
    const hosts = ['desk.example.org', '10.0.0.7', 'fd00::7'];
    expect(loadConfig({ ALLOWED_HOSTS: hosts.join() }).server.allowedHosts).toEqual(expect.arrayContaining(hosts));
  });

  it.each(['pa#ss', 'pa@ss', 'pa/ss'])('tells how to write a password such as %s in an address', (password) => {
    for (const name of ['DATABASE_URL', 'DATABASE_REPLICA_URL']) {
      const [problem] = problemsOf({ DATABASE_URL: 'postgres://one/desk', [name]: `postgres://u:${password}@db/desk` });
      expect(problem).toMatch(new RegExp(`^${name} .*%23.*%40.*%2F.*quotes\\.$`));
      expect(problem).not.toContain(password);
    }
    const url = `postgres://u:${encodeURIComponent(password)}@db/desk?application_name=a@b`;
    expect(loadConfig({ DATABASE_URL: url }).database.location).toMatchObject({ url });
  });

  it('says that the desk cannot live below a path', () => {
    expect(problemsOf({ PUBLIC_URL: 'https://example.org/desk' })[0]).toContain('cannot live below a path');
  });

  it('reports every problem at once, each by its variable', () => {
    const problems = problemsOf({
      PORT: '70000',
      CORS_ALLOWED_ORIGINS: 'https://desk.example.org/',
      DATABASE_POOL_SIZE: 'many',
      DATABASE_PREPARED: 'maybe',
      LOG_LEVEL: 'loud',
      POSTGRES_DB: 'desk',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'CORS_ALLOWED_ORIGINS',
      'DATABASE_POOL_SIZE',
      'DATABASE_PREPARED',
      'LOG_LEVEL',
      'POSTGRES_HOST',
    ]);
  });

  it('says what is allowed, and never repeats a value, which may be a secret', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db/desk', DATABASE_POOL_SIZE: '-1' });
    expect(problems).toEqual([
      'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host:5432/database.',
      'DATABASE_POOL_SIZE must be a whole number from 1 to 500.',
    ]);
  });

  it('takes proxies by address or network only, since a name would be looked up nowhere', () => {
    const refusal = expect.stringMatching(/^TRUSTED_PROXY must be addresses or networks/);
    for (const wrong of ['proxy.local', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '127.0.0.1,nginx'])
      expect(problemsOf({ TRUSTED_PROXY: wrong })).toEqual([refusal]);
    const proxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', 'loopback'];
    expect(loadConfig({ TRUSTED_PROXY: proxies.join(', ') }).server.trustedProxies).toEqual(proxies);
  });

  it('builds the address of a server from its parts, whatever characters a password has', () => {
    const { database } = loadConfig({ POSTGRES_HOST: 'db', POSTGRES_USER: 'desk', POSTGRES_PASSWORD: 'p@ss/w:rd' });
    expect(database.location).toEqual({
      kind: 'server',
      url: 'postgres://desk:p%40ss%2Fw%3Ard@db:5432/relaydesk',
      replicaUrl: null,
    });
  });

  it('prefers DATABASE_URL to the parts, and says so', () => {
    const { database, notices } = loadConfig({ DATABASE_URL: 'postgres://one/desk', POSTGRES_HOST: 'other' });
    expect(database.location).toMatchObject({ url: 'postgres://one/desk' });
    expect(notices).toEqual(['DATABASE_URL is set, so POSTGRES_HOST is ignored.']);
  });

  it('refuses a replica without a primary', () => {
    expect(problemsOf({ DATABASE_REPLICA_URL: 'postgres://standby/desk' })).toEqual([
      'DATABASE_REPLICA_URL needs a primary: set DATABASE_URL or POSTGRES_HOST too.',
    ]);
  });

  it('leaves the statement timeout to the server when it is 0', () => {
    expect(loadConfig({ DATABASE_STATEMENT_TIMEOUT_MS: '0' }).database.statementTimeoutMs).toBeNull();
  });

  it('takes what fetches access tokens for mail only whole, and where a server is without a password', () => {
    const imap = 'imaps://desk%40example.org@imap.example.org/INBOX';
    const whole = {
      MAIL_IMAP_URL: imap,
      MAIL_OAUTH_TOKEN_URL: 'https://id.example.org/token',
      MAIL_OAUTH_CLIENT_ID: 'desk',
      MAIL_OAUTH_REFRESH_TOKEN: 'refresh',
    };
    expect(loadConfig(whole).mail.oauth).toMatchObject({ refreshToken: 'refresh', clientSecret: null, scope: null });
    const { MAIL_OAUTH_REFRESH_TOKEN: _refresh, ...rest } = whole;
    expect(problemsOf(rest)).toEqual([expect.stringMatching(/^MAIL_OAUTH_REFRESH_TOKEN is missing/)]);
    expect(problemsOf({ ...rest, MAIL_OAUTH_CLIENT_SECRET: 'secret' })).toHaveLength(1);
    const own = loadConfig({ ...rest, MAIL_OAUTH_CLIENT_SECRET: 'secret', MAIL_OAUTH_SCOPE: 'mail' }).mail.oauth;
    expect(own).toMatchObject({ refreshToken: null, scope: 'mail' });
    expect(problemsOf({ ...whole, MAIL_OAUTH_CLIENT_ID: '' })).toEqual([
      'MAIL_OAUTH_CLIENT_ID must be set too: no access token can be fetched without.',
    ]);
    const withPassword = imap.replace('@imap', ':password@imap');
    expect(problemsOf({ ...whole, MAIL_IMAP_URL: withPassword })).toEqual([
      expect.stringContaining('would not be used'),
    ]);
    for (const url of ['http://id.example.org/token', 'id.example.org', 'ftp://127.0.0.1/'])
      expect(problemsOf({ ...whole, MAIL_OAUTH_TOKEN_URL: url })[0]).toMatch(/^MAIL_OAUTH_TOKEN_URL must be an https/);
  });
});
