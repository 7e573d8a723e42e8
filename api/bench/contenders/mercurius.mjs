/** Mercurius on Fastify, compiled by graphql-jit from the first use on. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { makeResolvers, typeDefs } from './schema.mjs';
import { serve } from './serve.mjs';

await serve(async () => {
  const app = fastify();
  app.register(mercurius, { schema: typeDefs, resolvers: makeResolvers(), jit: 1 });
  await app.ready();
  return app.server;
});
