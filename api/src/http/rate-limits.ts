/**
 * How often one client may ask, per minute: at all, for new tickets, and for triage, each by a budget of its own. Counted
 * in memory and told to the database every second, so that all processes of a desk share one budget without a write
 * per request; between two tellings a client can exceed it by what the others have not told yet.
 */
import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isCounted } from './doors.js';
import type { SharedCounts } from './shared-counts.js';

export type Budgets = { readonly general: number; readonly create: number; readonly triage: number };
export type Budget = keyof Budgets;
/** Takes one from a budget of the request's client. @throws a 429 where there is none left */
export type Spend = (budget: Budget, request: FastifyRequest, reply?: FastifyReply) => Promise<void>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The narrower budget that a POST spends of, besides the general one. */
    budget?: 'create' | 'triage';
  }
}

const windowMs = 60_000;

/** Answers how to spend the narrower budgets; the general one is spent by every request to the API. */
export async function limitRates(app: FastifyInstance, budgets: Budgets, counts: SharedCounts): Promise<Spend> {
  const optionsOf = (budget: Budget): RateLimitOptions => ({
    max: budgets[budget],
    timeWindow: windowMs,
    keyGenerator: (request) => `${budget} ${payerOf(request)}`,
  });
  await app.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    store: storeOn(counts) as never,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const limits = Object.fromEntries(
    (Object.keys(budgets) as Budget[]).map((budget) => [budget, app.createRateLimit(optionsOf(budget))]),
  ) as Record<Budget, ReturnType<FastifyInstance['createRateLimit']>>;

  const spend: Spend = async (budget, request, reply) => {
    const spent = await limits[budget](request);
    if (spent.isAllowed) return;
    reply?.headers({
      'ratelimit-limit': spent.max,
      'ratelimit-remaining': spent.remaining,
      'ratelimit-reset': spent.ttlInSeconds,
    });
    if (!spent.isExceeded) return;
    reply?.header('retry-after', spent.ttlInSeconds);
    throw tooMany(spent.ttl);
  };
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return;
    await spend('general', request, reply);
  });
  // Not before it is known who calls, and before their body is read.
  app.addHook('preParsing', async (request, reply) => {
    const { budget } = request.routeOptions.config;
    if (budget && request.method === 'POST') await spend(budget, request, reply);
  });
  return spend;
}

/** People and programs have budgets of their own, wherever they call from; callers without a name share their address's. */
function payerOf({ caller, ip }: FastifyRequest): string {
  const isNamed = caller?.kind === 'person' || caller?.kind === 'token';
  return isNamed ? `${caller.kind} ${caller.id}` : ip;
}

function tooMany(ttlMs: number): Error {
  const seconds = Math.max(1, Math.ceil(ttlMs / 1_000));
  return Object.assign(new Error(`Too many requests. Try again in ${seconds} seconds.`), {
    statusCode: 429,
    retryAfter: seconds,
  });
}

/** The shape that the plugin wants of a store. */
function storeOn(counts: SharedCounts) {
  return class Store {
    incr(key: string, done: (error: null, result: { current: number; ttl: number }) => void): void {
      done(null, counts.add(key, windowMs));
    }
    child() {
      return this;
    }
  };
}
