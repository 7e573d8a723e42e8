/** GraphQL Yoga on node:http. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { makeResolvers, typeDefs } from './schema.mjs';
import { serve } from './serve.mjs';

await serve(async () => {
  const schema = createSchema({ typeDefs, resolvers: makeResolvers() });
  return createServer(createYoga({ schema, logging: false, graphiql: false }));
});
