/**
 * What the desk tells of itself for monitoring: request times, the event loop, memory, and what features add. Served on
 * a port of its own, because it is nobody's business but the operator's.
 */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const mostOperations = 100;

export function measureRequests(app: FastifyInstance): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, in seconds.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  const operations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: `The same of GraphQL requests, by operation: the first ${mostOperations} names, all others as "other".`,
    labelNames: ['operation'],
    buckets,
    registers: [registry],
  });
  const operationLabel = firstNames(mostOperations);
  app.addHook('onResponse', async ({ method, routeOptions, operation }, reply) => {
    const seconds = reply.elapsedTime / 1_000;
    if (operation !== null) operations.observe({ operation: operationLabel(operation) }, seconds);
    // The pattern, never the address: addresses are without number.
    const labels = { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode };
    durations.observe(labels, seconds);
  });
  return registry;
}

/** Labels that callers choose would be without number: the first names keep their own, all later ones share one. */
function firstNames(most: number): (name: string) => string {
  const known = new Set<string>();
  return (name) => {
    if (known.size < most) known.add(name);
    return known.has(name) ? name : 'other';
  };
}

export type Figure = {
  readonly kind: 'gauge' | 'counter';
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  read(): readonly { readonly labels: Record<string, string>; readonly value: number }[];
};

/** Figures that are read when somebody asks for them. */
export function addFigures(registry: Registry, figures: readonly Figure[]): void {
  for (const { kind, read, ...description } of figures) {
    const Metric = kind === 'counter' ? Counter : Gauge;
    new Metric({
      ...description,
      registers: [registry],
      collect() {
        this.reset();
        for (const { labels, value } of read()) this.inc(labels, value);
      },
    });
  }
}

/** What is served: of this process, or of all workers together. */
type Figures = { readonly contentType: string; metrics(): Promise<string> };

/** Serves this process's figures; a worker hands them to the process that tells those of all workers. */
export async function offerMetrics(registry: Registry, place: { host: string; port: number }): Promise<Server | null> {
  if (cluster.isPrimary) return serveMetrics(registry, place);
  AggregatorRegistry.setRegistries(registry);
  // Made for what it starts: it answers when the primary asks.
  workersMetrics();
  return null;
}

/** The sums over all workers that are alive. */
export function workersMetrics(): Figures {
  const aggregator = new AggregatorRegistry();
  return { contentType: aggregator.contentType, metrics: () => aggregator.clusterMetrics() };
}

/** @throws where the port is taken */
export async function serveMetrics(registry: Figures, place: { host: string; port: number }): Promise<Server> {
  const server = createServer(({ url }, response) => {
    if (url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.setHeader('content-type', registry.contentType).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(place.port, place.host);
  await once(server, 'listening');
  return server;
}
