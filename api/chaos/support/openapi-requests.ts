/** Requests for every operation of the desk's OpenAPI document, and for methods that it does not describe. */
import fc from 'fast-check';
import type { Sent } from './http-client.js';
import { mostly, nastyJson, nastyText } from './nasty-values.js';
import type { Content, OpenApi, Operation, Parameter, PathItem } from './openapi-document.js';
import { valueFor } from './openapi-values.js';

/** A request, and which address of the document it was made for. */
export type Generated = { readonly sent: Sent; readonly address: string };

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const boundary = 'part';

export function requestsOf(document: OpenApi): fc.Arbitrary<Generated> {
  const every = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.map((method) => ({
      weight: item[method] ? 40 : 1,
      arbitrary: requestOf(document, path, item, method),
    })),
  );
  return fc.oneof(...every);
}

function requestOf(document: OpenApi, path: string, item: PathItem, method: string): fc.Arbitrary<Generated> {
  const operation = item[method] ?? null;
  const parameters = [...(item.parameters ?? []), ...(operation?.parameters ?? [])];
  const named = (place: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter(({ in: where }) => where === place)
          .map(({ name, schema }) => [name, valueFor(document, schema)]),
      ),
      { requiredKeys: [] },
    );
  return fc
    .record({
      id: ticketNumber,
      query: query(named('query')),
      headers: named('header'),
      body: bodyOf(document, operation),
    })
    .map(({ id, query, headers, body }) => ({
      address: path,
      sent: {
        method: method.toUpperCase(),
        path: path.replace('{id}', encoded(`${id}`)) + query,
        headers: { host: 'localhost', ...headerTexts(headers), ...body?.headers },
        body: body?.text ?? null,
      },
    }));
}

/** Mostly of tickets that may exist. */
const ticketNumber = mostly(
  fc.integer({ min: 1, max: 80 }),
  nastyText.filter((text) => text !== '' && !/^\.+$/.test(text)),
);

/** Names and values as given, now and then with a name twice, an unknown one, or percent signs that encode nothing. */
function query(named: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<string> {
  const pairs = named.map((values) =>
    Object.entries(values).map(([name, value]) => `${name}=${encoded(textual(value))}`),
  );
  const odd = fc.oneof(
    fc.constantFrom('limit=%', 'search=%ff%fe', 'status[]=open', 'limit=1&limit=2', '&&==&', 'cursor=e30='),
    fc.tuple(nastyText, nastyText).map(([name, value]) => `${encoded(name)}=${encoded(value)}`),
  );
  return fc
    .tuple(pairs, fc.option(odd, { freq: 8 }))
    .map(([usual, extra]) => [...usual, ...(extra === null ? [] : [extra])])
    .map((parts) => (parts.length === 0 ? '' : `?${parts.join('&')}`));
}

type Body = { readonly headers: Record<string, string>; readonly text: string };

function bodyOf(document: OpenApi, operation: Operation | null): fc.Arbitrary<Body | null> {
  const content = operation?.requestBody?.content;
  if (!content) return fc.constant(null);
  const kinds = Object.entries(content).map(([type, { schema = {} }]) => bodyOfType(type, valueFor(document, schema)));
  return mostly(fc.oneof(...kinds), misfit(content), 12);
}

function bodyOfType(type: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Body> {
  const as = (contentType: string, text: fc.Arbitrary<string>) =>
    text.map((made) => ({ headers: { 'content-type': contentType }, text: made }));
  if (type === 'application/x-www-form-urlencoded') return as(type, value.map(urlencoded));
  if (type === 'multipart/form-data') return as(`${type}; boundary=${boundary}`, value.map(multipart));
  if (type === 'text/csv') return as(type, csv);
  if (type === 'application/x-ndjson')
    return as(
      type,
      fc.array(row, { maxLength: 4 }).map((rows) => rows.join('\n')),
    );
  return as(
    type,
    value.map((made) => JSON.stringify(made) ?? 'null'),
  );
}

/** A body of another type than it says, or of none that is known. */
function misfit(content: Content): fc.Arbitrary<Body> {
  const headersOf = (type: string): Body['headers'] => (type === '' ? {} : { 'content-type': type });
  const types = [...Object.keys(content), 'application/json', 'text/plain', 'application/xml', 'json', '', '*/*'];
  return fc
    .tuple(fc.constantFrom(...types), nastyText)
    .map(([type, text]) => ({ headers: headersOf(type), text: text.toWellFormed() }));
}

const importable = fc.record(
  {
    title: nastyText,
    description: nastyText,
    category: mostly(fc.constantFrom('billing', 'general'), nastyText),
    priority: mostly(fc.constantFrom('low', 'critical'), nastyText),
    status: mostly(fc.constantFrom('open', 'resolved'), nastyText),
    created_at: nastyText,
    external_id: nastyText,
  },
  { requiredKeys: ['title', 'description'] },
);
const row = mostly(importable, nastyJson).map((value) => JSON.stringify(value) ?? '');
const cell = nastyText.map((text) => (/["\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
const csv = fc
  .tuple(
    mostly(fc.constant('title,description,category,priority'), nastyText),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
  )
  .map(([head, rows]) => [head, ...rows.map((cells) => cells.join(','))].join('\n').toWellFormed());

const entriesOf = (value: unknown) => Object.entries(Object(value) as Record<string, unknown>);

function urlencoded(value: unknown): string {
  return entriesOf(value)
    .map(([name, one]) => `${encoded(name)}=${encoded(textual(one))}`)
    .join('&');
}

function multipart(value: unknown): string {
  const parts = entriesOf(value).map(
    ([name, one]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${encoded(name)}"\r\n\r\n${textual(one).toWellFormed()}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

function textual(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Only what HTTP lets a header be; other bytes are for those who speak TCP themselves. */
function headerTexts(headers: Record<string, unknown>): Record<string, string> {
  const latin = (value: unknown) => textual(value).replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?');
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, latin(value)]));
}
