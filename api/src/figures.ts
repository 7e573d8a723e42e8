/** What the desk tells its operator besides the times of requests: how busy the database is, and how triage fares. */
import type { PoolState } from './database/server/pool-state.js';
import type { Executions } from './graphql/compiled-execution.js';
import type { Figure } from './http/metrics.js';
import type { Jobs } from './jobs/jobs.js';
import type { Triage } from './triage/triage.js';
import type { Webhooks } from './webhooks/webhooks.js';

export type Watched = {
  readonly pool: () => PoolState;
  readonly executions: Readonly<Executions>;
  readonly triage: Triage;
  readonly jobs: Jobs;
  readonly webhooks: Webhooks;
};

export function deskFigures({ pool, executions, triage, jobs, webhooks }: Watched): Figure[] {
  return [
    {
      kind: 'counter',
      name: 'graphql_executions_total',
      help: 'GraphQL operations that ran, by how: directly from rows or compiled where they repeat, interpreted the first time.',
      labelNames: ['how'],
      read: () => Object.entries(executions).map(([how, count]) => sample(count, { how })),
    },
    {
      kind: 'gauge',
      name: 'database_pool_connections',
      help: 'Connections to the database, by whether a request uses them.',
      labelNames: ['state'],
      read: () => [sample(pool().inUse, { state: 'in_use' }), sample(pool().idle, { state: 'idle' })],
    },
    {
      kind: 'gauge',
      name: 'database_pool_waiting',
      help: 'Requests that wait for a connection to the database.',
      labelNames: [],
      read: () => [sample(pool().waiting)],
    },
    {
      kind: 'counter',
      name: 'jobs_total',
      help: 'Attempts at jobs of this process, by how they ended.',
      labelNames: ['outcome'],
      read: () => [sample(jobs.tally.done, { outcome: 'done' }), sample(jobs.tally.failed, { outcome: 'failed' })],
    },
    {
      kind: 'gauge',
      name: 'jobs_dead',
      help: 'Jobs of the whole desk that were given up and wait for somebody to look at them.',
      labelNames: [],
      read: () => [sample(jobs.tally.dead)],
    },
    {
      kind: 'counter',
      name: 'webhook_tries_total',
      help: 'Tries of this process to tell a webhook, by how they ended; "switched_off" counts webhooks that were switched off by it.',
      labelNames: ['outcome'],
      read() {
        const { delivered, failed, switchedOff } = webhooks.tally;
        const counts = { delivered, failed, switched_off: switchedOff };
        return Object.entries(counts).map(([outcome, count]) => sample(count, { outcome }));
      },
    },
    {
      kind: 'counter',
      name: 'triage_answers_total',
      help: 'Answers of triage by who gave them; the outcome is "answered", or why the language model could not answer.',
      labelNames: ['source', 'outcome'],
      read: () => triage.answers().map(({ source, outcome, count }) => sample(count, { source, outcome })),
    },
    {
      kind: 'gauge',
      name: 'triage_model_circuit',
      help: 'Processes whose circuit to the language model is in this state; "open" means that it is left alone.',
      labelNames: ['state'],
      read() {
        const current = triage.circuit();
        return current === null ? [] : circuitStates.map((state) => sample(Number(state === current), { state }));
      },
    },
  ];
}

const circuitStates = ['closed', 'half_open', 'open'] as const;

function sample(value: number, labels: Record<string, string> = {}) {
  return { labels, value };
}
