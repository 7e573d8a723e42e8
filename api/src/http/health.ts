/** What an orchestrator asks: whether the process lives, and whether it can serve. Triage counts for neither: the desk is good without a model. */
import type { FastifyInstance } from 'fastify';

const patienceMs = 2_000;

export type Readiness = {
  /** From now on the desk is not ready, so that no new requests are sent to it while it finishes those it has. */
  stop(): void;
};

/** `probe` resolves where the database answers and is migrated. */
export function registerHealth(app: FastifyInstance, probe: () => Promise<unknown>): Readiness {
  let isStopping = false;
  const quiet = { logLevel: 'warn' } as const;
  app.get('/healthz', quiet, async () => ({ status: 'ok' }));
  app.get('/readyz', quiet, async (_request, reply) => {
    if (isStopping) return reply.code(503).send({ status: 'stopping' });
    const isReady = await Promise.race([
      probe().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false).unref()),
    ]);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'no database' });
  });
  // A connection that is kept would bring further requests to a desk that is going away.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
  return {
    stop() {
      isStopping = true;
    },
  };
}
