/** REST's tickets, written from the bytes of rows: one, and a page of a list. */
import { type RawRows, rawRows } from '../database/reads/raw-rows.js';
import { newestFirst, type TicketOrder } from '../tickets/read/ticket-order.js';
import type { DirectTickets } from '../tickets/rest/direct-tickets.js';
import { allTickets } from './all-tickets.js';
import { JsonBytes } from './json-bytes.js';
import { type DirectSources, longDescriptions, readPageBytes, standing } from './page-bytes.js';
import { type RestShape, restShape } from './rest-shape.js';
import type { Found } from './row-writer.js';

const nothingFound: Found = { longTexts: new Map(), references: [] };

export function directTickets(sources: DirectSources): DirectTickets {
  const shapes = new Map<string, RestShape>();
  const shapeOf = (order: TicketOrder) => {
    const name = `${order.field} ${order.direction}`;
    const shape = shapes.get(name) ?? restShape(order);
    shapes.set(name, shape);
    return shape;
  };
  const single = shapeOf(newestFirst);
  const singleSql = `select ${single.columns.join(', ')} from ticket where number = $1::integer and merged_into is null`;

  return {
    async one(caller, number) {
      const { rows, release } = await rawRows(sources.dataSource, { text: singleSql, values: [number], isHot: true });
      try {
        const places = rows.places();
        const [place] = places;
        if (place === undefined) return null;
        const longTexts = await longDescriptions(sources, caller, { rows, places, column: single.descriptionAt });
        if (!longTexts) return null;
        const bytes = JsonBytes.take();
        single.write(bytes, rows, place, { ...nothingFound, longTexts });
        return { bytes, version: rows.text(place, single.versionAt) ?? '' };
      } finally {
        release();
      }
    },
    all(caller, filter, order) {
      return filter.search ? null : allTickets(sources, caller, { filter, order, shape: shapeOf(order) });
    },
    async page(caller, filter, order, request) {
      const { columns, descriptionAt, write } = shapeOf(order);
      const held: RawRows[] = [];
      try {
        const asked = { filter, order, request, columns, wantsCount: true };
        const read = await readPageBytes(sources, caller, asked, (raw) => held.push(raw));
        if (!read) return null;
        const { rows, page } = read;
        // A page with long texts is sent as it is read.
        if (page.items.some((place) => rows.isNull(place, descriptionAt))) return null;
        const last = page.items.at(-1);
        const next = last !== undefined && (await page.hasNext()) ? standing(rows, last, order) : null;
        const count = await read.count();
        const bytes = JsonBytes.take();
        bytes.json('[');
        page.items.forEach((place, index) => {
          if (index > 0) bytes.comma();
          write(bytes, rows, place, nothingFound);
        });
        bytes.json(']');
        return { bytes, count, last: next };
      } finally {
        for (const raw of held) raw.release();
      }
    },
  };
}
