import { isIP } from 'node:net';
import { z } from 'zod';
import { isTokenUrl, readListen, readMailbox } from './config-mail.js';

/**
 * The environment as it may come in: one line per variable, with what is allowed and the default. What the program
 * sees of it is `Config`, which config.ts makes of these.
 */

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const llmProviders = ['openai', 'groq', 'gemini', 'ollama', 'custom', 'none'] as const;

/** Where browsers on a developer's machine come from: this server, Vite's dev server, the compose set-up. */
const localOrigins = [8000, 5173, 3000].flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]);

function wholeNumber(min: number, max: number) {
  const allowed = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, allowed)
    .transform(Number)
    .pipe(z.number().min(min, allowed).max(max, allowed));
}

function postgresUrl() {
  const message = 'must be a PostgreSQL address such as postgres://user:password@host:5432/database';
  const unescaped = `${message}; in a user name or password, write # as %23, @ as %40, / as %2F, and in .env put the value in quotes`;
  return z
    .string()
    .refine((text) => !isUnescaped(text), { error: unescaped, abort: true })
    .pipe(z.url({ protocol: /^postgres(ql)?$/, error: message }));
}

/** Whether a character of the user name or password ends it too early: the host would be read from the middle of it. */
function isUnescaped(text: string): boolean {
  const [, rest] = /^postgres(?:ql)?:\/\/([^?]*)/.exec(text) ?? [];
  if (rest === undefined) return false;
  return rest.includes('#') || rest.split('@').length > 2 || /\/.*@/.test(rest);
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Host names or addresses, separated by commas; of networks with their length. */
const nameList = z
  .string()
  .regex(/^[\w.:/,\s-]*$/, 'must be names or addresses separated by commas, such as desk.example.org,10.0.0.0/8')
  .transform((text) => text.split(',').flatMap((name) => name.trim() || []));

/** A name as a browser calls it: `https://desk.example.org` and `desk.example.org:8000` would match nothing. */
function isHostName(text: string): boolean {
  return isIP(text) !== 0 || !/[:/]/.test(text);
}

/** Ranges that proxies may be named by, besides addresses and networks. */
const namedRanges: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

function isNetwork(text: string): boolean {
  const [address = '', length = '1', ...rest] = text.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  const isLength = /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= longest;
  return namedRanges.includes(text) || (isIP(address) !== 0 && isLength && rest.length === 0);
}

const originList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine(
    (origins) => origins.every(isOrigin),
    'must be origins separated by commas, such as https://desk.example.org,http://localhost:5173 (no path, no final slash, no *)',
  );

const mailbox = z.string().transform((text, context) => {
  const read = readMailbox(text);
  if (read) return read;
  const message = 'must be an address such as desk@example.org or "Example Support <desk@example.org>"';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const listen = z.string().transform((text, context) => {
  const read = readListen(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'must be a port, or an address and a port such as 127.0.0.1:2525' });
  return z.NEVER;
});

export const variables = z.object({
  PORT: wholeNumber(0, 65_535).default(8000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or host name, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  CORS_ALLOWED_ORIGINS: originList.default(localOrigins),
  ALLOWED_HOSTS: nameList
    .refine((names) => names.every(isHostName), 'must be names without scheme, port or path, such as desk.example.org')
    .default([]),
  WORKERS: wholeNumber(1, 256).default(1),
  TRUSTED_PROXY: nameList
    .refine(
      (names) => names.every(isNetwork),
      'must be addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/8; host names are not looked up',
    )
    .default([]),
  RATE_LIMIT: z.enum(['on', 'off'], 'must be on or off').default('on'),
  RATE_LIMIT_GENERAL: wholeNumber(1, 1_000_000).default(60_000),
  RATE_LIMIT_CREATE: wholeNumber(1, 1_000_000).default(12_000),
  RATE_LIMIT_TRIAGE: wholeNumber(1, 1_000_000).default(1_200),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or host name')
    .default('127.0.0.1'),
  BODY_TIMEOUT_MS: wholeNumber(100, 600_000).default(30_000),
  IMPORT_LIMIT_MB: wholeNumber(1, 100_000).default(200),
  DATABASE_URL: postgresUrl().optional(),
  DATABASE_REPLICA_URL: postgresUrl().optional(),
  POSTGRES_HOST: z.string().optional(),
  POSTGRES_PORT: wholeNumber(1, 65_535).optional(),
  POSTGRES_DB: z.string().optional(),
  POSTGRES_USER: z.string().optional(),
  POSTGRES_PASSWORD: z.string().optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 500).default(10),
  DATABASE_PREPARED: z.enum(['on', 'off'], 'must be on or off').default('on'),
  SEARCH_TIME_LIMIT_MS: wholeNumber(100, 60_000).default(500),
  FAST_READS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber(0, 3_600_000).default(30_000),
  DATA_DIR: z.string().optional(),
  ACCESS: z.enum(['auto', 'open', 'team'], 'must be auto, open or team').default('auto'),
  SUBMIT: z.enum(['open', 'members'], 'must be open or members').default('open'),
  PUBLIC_URL: z
    .string()
    .refine(
      isOrigin,
      'must be the address of the desk without a path, such as https://desk.example.org; the desk needs a host name of its own and cannot live below a path',
    )
    .optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of the provider' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must have at most 60 characters').default('Single sign-on'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtp://user:password@mail.example.org:587 or smtps://…:465',
    })
    .optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_REPLY_DOMAIN: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be a domain such as reply.example.org')
    .transform((domain) => domain.toLowerCase())
    .optional(),
  MAIL_LISTEN: listen.optional(),
  MAIL_IMAP_URL: z
    .url({ protocol: /^imaps?$/, error: 'must be an address such as imaps://user:password@mail.example.org/INBOX' })
    .optional(),
  MAIL_OAUTH_TOKEN_URL: z
    .string()
    .refine(isTokenUrl, 'must be an https address such as https://oauth2.googleapis.com/token')
    .optional(),
  MAIL_OAUTH_CLIENT_ID: z.string().optional(),
  MAIL_OAUTH_CLIENT_SECRET: z.string().optional(),
  MAIL_OAUTH_REFRESH_TOKEN: z.string().optional(),
  MAIL_OAUTH_SCOPE: z.string().optional(),
  MAIL_IN_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,}$/, 'must have at least 24 letters, digits or signs, and no spaces')
    .optional(),
  WEBHOOK_ALLOW_PRIVATE: z.enum(['on', 'off'], 'must be on or off').default('off'),
  LLM_PROVIDER: z.enum(llmProviders, `must be one of ${llmProviders.join(', ')}`).optional(),
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:11434/v1/' })
    .optional(),
  LLM_MODEL: z.string().optional(),
  GEMINI_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  GROQ_API_KEY: z.string().optional(),
  GEMINI_API_KEY: z.string().optional(),
  LLM_TIMEOUT_MS: wholeNumber(100, 60_000).default(4_000),
  LLM_CREATE_TIMEOUT_MS: wholeNumber(100, 60_000).default(2_500),
  LLM_PAUSE_MS: wholeNumber(10, 600_000).default(15_000),
  LLM_DAILY_BUDGET: wholeNumber(0, 100_000_000).default(5_000),
  LLM_CLIENT_DAILY_BUDGET: wholeNumber(0, 100_000_000).default(500),
  HTTPS_PROXY: z.string().optional(),
  https_proxy: z.string().optional(),
  HTTP_PROXY: z.string().optional(),
  http_proxy: z.string().optional(),
  NO_PROXY: z.string().optional(),
  no_proxy: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

export type Variables = z.infer<typeof variables>;
