/**
 * The limit: what is left when there is no framework, no schema and no ORM. node:http, a prepared statement, rows as text,
 * and JSON put together by hand, for the one list, the REST list of 20 and one ticket.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { connection, serve } from './serve.mjs';

const types = { getTypeParser: () => (value) => value };
const columns = `number, title, description, category, priority, status, created_at at time zone 'utc', resolved_at at time zone 'utc', updated_at at time zone 'utc', version`;
const newest = `select ${columns} from ticket order by created_at desc, number desc limit $1`;
const one = `select ${columns} from ticket where number = $1`;

const quoted = JSON.stringify;
const opaque = (text) => Buffer.from(text).toString('base64url');
const iso = (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(3, '0')}Z`;

function edge([number, title, description, category, priority, status, created]) {
  const createdAt = iso(created);
  const node = `{"id":"${opaque(`Ticket:${number}`)}","number":${number},"title":${quoted(title)},"description":${quoted(description)},"category":"${category.toUpperCase()}","priority":"${priority.toUpperCase()}","status":"${status.toUpperCase()}","createdAt":"${createdAt}"}`;
  return `{"cursor":"${opaque(`${number}:${createdAt}`)}","node":${node}}`;
}

function connectionOf(rows, first) {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  const end = last ? `"${opaque(`${last[0]}:${iso(last[6])}`)}"` : 'null';
  return `{"data":{"tickets":{"edges":[${shown.map(edge).join(',')}],"pageInfo":{"hasNextPage":${rows.length > first},"endCursor":${end}}}}}`;
}

function ticket([number, title, description, category, priority, status, created, resolved, updated]) {
  return `{"id":${number},"title":${quoted(title)},"description":${quoted(description)},"category":"${category}","priority":"${priority}","status":"${status}","created_at":"${iso(created)}","updated_at":"${iso(updated)}","resolved_at":${resolved ? `"${iso(resolved)}"` : null}}`;
}

await serve(async () => {
  const pool = new pg.Pool(connection);
  const rowsOf = async (name, text, value) =>
    (await pool.query({ name, text, values: [value], rowMode: 'array', types })).rows;

  async function answer(url, body) {
    if (url === '/graphql') {
      const { first } = JSON.parse(body).variables;
      return connectionOf(await rowsOf('newest', newest, first + 1), first);
    }
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const limit = searchParams.get('limit');
    if (limit) return `[${(await rowsOf('newest', newest, limit)).map(ticket).join(',')}]`;
    return ticket((await rowsOf('one', one, pathname.split('/')[3]))[0]);
  }

  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const bytes = Buffer.from(await answer(request.url, body));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  });
});
