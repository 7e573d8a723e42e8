/** The same list for the servers that are given a schema and resolvers: one prepared statement, rows as pg parses them. */
import pg from 'pg';
import { connection } from './serve.mjs';

export const typeDefs = `
  enum Category { BILLING TECHNICAL ACCOUNT GENERAL }
  enum Priority { LOW MEDIUM HIGH CRITICAL }
  enum Status { OPEN IN_PROGRESS RESOLVED CLOSED }
  scalar DateTime
  type Ticket { id: ID! number: Int! title: String! description: String! category: Category! priority: Priority! status: Status! createdAt: DateTime! }
  type TicketEdge { cursor: String! node: Ticket! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type TicketConnection { edges: [TicketEdge!]! pageInfo: PageInfo! }
  type Query { tickets(first: Int!): TicketConnection! }
`;

const text =
  'select number, title, description, category, priority, status, created_at from ticket order by created_at desc, number desc limit $1';

const opaque = (text) => Buffer.from(text).toString('base64url');

export function makeResolvers() {
  const pool = new pg.Pool(connection);
  return {
    Ticket: {
      id: ({ number }) => opaque(`Ticket:${number}`),
      category: ({ category }) => category.toUpperCase(),
      priority: ({ priority }) => priority.toUpperCase(),
      status: ({ status }) => status.toUpperCase(),
      createdAt: ({ created_at }) => created_at.toISOString(),
    },
    Query: {
      async tickets(_root, { first }) {
        const { rows } = await pool.query({ name: 'newest', text, values: [first + 1] });
        const edges = rows
          .slice(0, first)
          .map((node) => ({ node, cursor: opaque(`${node.number}:${node.created_at.toISOString()}`) }));
        return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
      },
    },
  };
}
