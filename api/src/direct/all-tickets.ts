/** The stream of all tickets as JSON, written from the bytes of rows batch by batch. */
import type { Caller } from '../caller.js';
import { rawRows } from '../database/reads/raw-rows.js';
import type { RowBytes } from '../database/reads/row-bytes.js';
import { textsInFlight } from '../database/reads/texts-in-flight.js';
import type { ReadyBytes } from '../http/ready-bytes.js';
import { inBatches } from '../tickets/read/batches.js';
import { askedBy } from '../tickets/read/list-ports.js';
import type { TicketFilter } from '../tickets/read/ticket-filter.js';
import { positionIn, type TicketOrder } from '../tickets/read/ticket-order.js';
import { listSql } from '../tickets/read/ticket-query.js';
import { descriptions } from '../tickets/read/ticket-rows.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { JsonBytes } from './json-bytes.js';
import { type DirectSources, numberAt, standing } from './page-bytes.js';
import type { RestShape } from './rest-shape.js';
import type { Found } from './row-writer.js';

type Asked = { readonly filter: TicketFilter; readonly order: TicketOrder; readonly shape: RestShape };
type Batch = { readonly rows: RowBytes; readonly places: readonly number[]; release(): void };

export async function* allTickets(
  { dataSource, lists }: DirectSources,
  caller: Caller,
  { filter, order, shape }: Asked,
): AsyncGenerator<string | ReadyBytes> {
  const asked = askedBy(caller, lists, filter);
  const columns = shape.columns.join(', ');
  const batches = inBatches<Batch>({
    async read(limit, after) {
      const raw = await rawRows(
        dataSource,
        listSql(columns, asked, order, { after, before: null, reverse: false, limit }),
      );
      return { ...raw, places: raw.rows.places() };
    },
    lastOf({ rows, places }) {
      const last = places.at(-1);
      return last === undefined ? null : positionIn(order)(standing(rows, last, order));
    },
    sizeOf: ({ rows, places }) => ({ rows: places.length, bytes: rows.length }),
  });
  let separator = '[';
  const json = ({ rows }: Batch, places: readonly number[], longTexts: Found['longTexts']): ReadyBytes => {
    const out = JsonBytes.take();
    for (const place of places) {
      out.json(separator);
      separator = ',';
      shape.write(out, rows, place, { longTexts, references: [] });
    }
    return out;
  };
  for await (const batch of batches) {
    try {
      if (batch.places.length === 0) continue;
      if (batch.places.some((place) => batch.rows.isNull(place, shape.descriptionAt))) {
        const tickets = new Map(batch.places.map((place) => [ticketOf(batch, place, shape), place]));
        for await (const group of descriptions.inGroups(caller, dataSource, [...tickets.keys()])) {
          const places = group.map((ticket) => tickets.get(ticket) as number);
          yield json(batch, places, new Map(group.map(({ number, description }) => [String(number), description])));
        }
        continue;
      }
      const done = await textsInFlight.take(caller, batch.rows.length);
      try {
        yield json(batch, batch.places, noTexts);
      } finally {
        done();
      }
    } finally {
      batch.release();
    }
  }
  yield separator === '[' ? '[]' : ']';
}

const noTexts: Found['longTexts'] = new Map();

/** As much of a ticket as is needed to complete it. */
function ticketOf({ rows }: Batch, place: number, { descriptionAt }: RestShape): Ticket {
  const ticket = new Ticket();
  ticket.number = Number(rows.text(place, numberAt));
  const description = rows.text(place, descriptionAt);
  if (description !== null) ticket.description = description;
  return ticket;
}
