import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IdentityConfig, identityConfig, oidcConflicts } from './config-identity.js';
import { type MailConfig, mailConfig, mailConflicts } from './config-mail.js';
import { type llmProviders, type logLevels, type Variables, variables } from './config-variables.js';

/**
 * The only reader of the environment. Every variable is checked before anything starts, and all problems are told
 * at once, by variable name and without repeating the value, which may be a secret. A later feature adds its
 * variables to config-variables.ts and its section to `Config`. Empty means unset; variables we do not know are not ours.
 */
export type Config = {
  readonly server: {
    readonly port: number;
    readonly host: string;
    readonly corsAllowedOrigins: readonly string[];
    /** Processes that answer behind the one port. */
    readonly workers: number;
    /** Names, besides its own, by which the desk may be called. */
    readonly allowedHosts: readonly string[];
    /** Proxies whose word about the client's address is taken. */
    readonly trustedProxies: readonly string[];
    /** Requests per minute and client; null: as many as they like. */
    readonly rateLimits: { readonly general: number; readonly create: number; readonly triage: number } | null;
    /** Where figures for monitoring are told; null: nowhere. */
    readonly metrics: { readonly host: string; readonly port: number } | null;
    /** How long a request's body may take; of an imported file, each part of it. */
    readonly bodyTimeoutMs: number;
    readonly importLimitBytes: number;
  };
  readonly database: DatabaseConfig;
  /** How long a search may take, its wait for others included. */
  readonly longestSearchMs: number;
  /** Whether lists may be written straight from the bytes of a database server's rows. */
  readonly fastReads: boolean;
  readonly identity: IdentityConfig;
  readonly mail: MailConfig;
  /** Whether webhooks may go to addresses that are not public, and over http. */
  readonly webhooks: { readonly allowPrivate: boolean };
  readonly triage: TriageConfig;
  readonly log: { readonly level: LogLevel };
  /** Sentences worth telling at start, such as one setting overriding another. */
  readonly notices: readonly string[];
};

export type DatabaseConfig = {
  readonly location: ServerLocation | EmbeddedLocation;
  /** Connections per process and server; the embedded database always has one. */
  readonly poolSize: number;
  /** False for poolers that cannot keep named prepared statements. */
  readonly prepared: boolean;
  /** A query that runs longer is stopped; null leaves the limit to the server's own settings. */
  readonly statementTimeoutMs: number | null;
};

export type ServerLocation = {
  readonly kind: 'server';
  readonly url: string;
  /** A streaming standby that serves reads; null when everything goes to the one server. */
  readonly replicaUrl: string | null;
};

export type EmbeddedLocation = { readonly kind: 'embedded'; readonly directory: string };

/** Null is "not set"; what follows from the settings together is decided where the language model is chosen. */
export type TriageConfig = {
  readonly provider: (typeof llmProviders)[number] | null;
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly geminiModel: string | null;
  readonly keys: { readonly [provider in 'openai' | 'groq' | 'gemini' | 'custom']: string | null };
  /** What stands between the desk and the model; addresses of this machine are asked directly. */
  readonly proxy: { readonly https: string | null; readonly http: string | null; readonly except: string | null };
  /** How long a person who is typing waits for the model. */
  readonly timeoutMs: number;
  /** How long the creation of a ticket waits for the model. */
  readonly createTimeoutMs: number;
  /** How long the model is left alone after it failed. */
  readonly pauseMs: number;
  /** Calls of the model per UTC day, all callers together and one client address alone. */
  readonly dailyBudget: number;
  readonly clientDailyBudget: number;
};

export type LogLevel = (typeof logLevels)[number];

/** Everything wrong with the environment, one line per problem. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

const postgresParts = ['POSTGRES_HOST', 'POSTGRES_PORT', 'POSTGRES_DB', 'POSTGRES_USER', 'POSTGRES_PASSWORD'] as const;

/** @throws ConfigError naming every variable that is wrong. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) ?? []),
    ...conflicts(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return assemble(parsed.data);
}

/** What no single variable can see. */
function conflicts(given: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  const parts = postgresParts.filter((name) => given[name]);
  if (!given.DATABASE_URL && parts.length > 0 && !given.POSTGRES_HOST)
    problems.push(
      `POSTGRES_HOST is missing: set it to use a PostgreSQL server, or remove ${parts.join(', ')} to use the embedded database.`,
    );
  if (given.DATABASE_REPLICA_URL && !given.DATABASE_URL && !given.POSTGRES_HOST)
    problems.push('DATABASE_REPLICA_URL needs a primary: set DATABASE_URL or POSTGRES_HOST too.');
  if (Number(given.WORKERS) > 1 && !given.DATABASE_URL && !given.POSTGRES_HOST)
    problems.push(
      'WORKERS above 1 needs a PostgreSQL server: set DATABASE_URL or POSTGRES_HOST, for one process holds the embedded database.',
    );
  problems.push(...oidcConflicts(given), ...mailConflicts(given));
  return problems;
}

function assemble(values: Variables): Config {
  const ignored = values.DATABASE_URL ? postgresParts.filter((name) => values[name] !== undefined) : [];
  return {
    server: {
      port: values.PORT,
      host: values.HOST,
      workers: values.WORKERS,
      corsAllowedOrigins: values.CORS_ALLOWED_ORIGINS,
      allowedHosts: [
        values.HOST,
        ...[...values.CORS_ALLOWED_ORIGINS, values.PUBLIC_URL ?? []].flat().map((origin) => new URL(origin).hostname),
        ...values.ALLOWED_HOSTS,
      ],
      trustedProxies: values.TRUSTED_PROXY,
      rateLimits:
        values.RATE_LIMIT === 'on'
          ? { general: values.RATE_LIMIT_GENERAL, create: values.RATE_LIMIT_CREATE, triage: values.RATE_LIMIT_TRIAGE }
          : null,
      metrics: values.METRICS_PORT === undefined ? null : { host: values.METRICS_HOST, port: values.METRICS_PORT },
      bodyTimeoutMs: values.BODY_TIMEOUT_MS,
      importLimitBytes: values.IMPORT_LIMIT_MB * 2 ** 20,
    },
    database: {
      location: databaseLocation(values),
      poolSize: values.DATABASE_POOL_SIZE,
      prepared: values.DATABASE_PREPARED === 'on',
      statementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS || null,
    },
    longestSearchMs: values.SEARCH_TIME_LIMIT_MS,
    fastReads: values.FAST_READS === 'on',
    identity: identityConfig(values, dataDirectory(values)),
    mail: mailConfig(values),
    webhooks: { allowPrivate: values.WEBHOOK_ALLOW_PRIVATE === 'on' },
    triage: triageConfig(values),
    log: { level: values.LOG_LEVEL },
    notices:
      ignored.length > 0
        ? [`DATABASE_URL is set, so ${ignored.join(', ')} ${ignored.length === 1 ? 'is' : 'are'} ignored.`]
        : [],
  };
}

function databaseLocation(values: Variables): DatabaseConfig['location'] {
  const url = values.DATABASE_URL ?? urlFromParts(values);
  if (url) return { kind: 'server', url, replicaUrl: values.DATABASE_REPLICA_URL ?? null };
  return { kind: 'embedded', directory: dataDirectory(values) };
}

function dataDirectory({ DATA_DIR }: Variables): string {
  return resolve(repositoryRoot(), DATA_DIR ?? '.data');
}

function triageConfig(values: Variables): TriageConfig {
  return {
    provider: values.LLM_PROVIDER ?? null,
    baseUrl: values.LLM_BASE_URL ?? null,
    model: values.LLM_MODEL ?? null,
    geminiModel: values.GEMINI_MODEL ?? null,
    keys: {
      openai: values.OPENAI_API_KEY ?? null,
      groq: values.GROQ_API_KEY ?? null,
      gemini: values.GEMINI_API_KEY ?? null,
      custom: values.LLM_API_KEY ?? null,
    },
    proxy: {
      https: values.https_proxy ?? values.HTTPS_PROXY ?? null,
      http: values.http_proxy ?? values.HTTP_PROXY ?? null,
      except: values.no_proxy ?? values.NO_PROXY ?? null,
    },
    timeoutMs: values.LLM_TIMEOUT_MS,
    createTimeoutMs: values.LLM_CREATE_TIMEOUT_MS,
    pauseMs: values.LLM_PAUSE_MS,
    dailyBudget: values.LLM_DAILY_BUDGET,
    clientDailyBudget: values.LLM_CLIENT_DAILY_BUDGET,
  };
}

function urlFromParts(values: Variables): string | null {
  if (!values.POSTGRES_HOST) return null;
  const host = values.POSTGRES_HOST.includes(':') ? `[${values.POSTGRES_HOST}]` : values.POSTGRES_HOST;
  const user = encodeURIComponent(values.POSTGRES_USER ?? 'postgres');
  const password = values.POSTGRES_PASSWORD === undefined ? '' : `:${encodeURIComponent(values.POSTGRES_PASSWORD)}`;
  const database = encodeURIComponent(values.POSTGRES_DB ?? 'relaydesk');
  return `postgres://${user}${password}@${host}:${values.POSTGRES_PORT ?? 5432}/${database}`;
}

/** This file is api/src/config.ts, or api/dist/src/config.js once compiled. */
function repositoryRoot(): string {
  const compiled = import.meta.url.endsWith('.js');
  return fileURLToPath(new URL(compiled ? '../../..' : '../..', import.meta.url));
}
