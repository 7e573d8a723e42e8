/** `GET /api/me/`: who the caller is and what the desk allows them. `GET /api/audit.csv`: the audit, for administrators. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { FastifyPluginAsync } from 'fastify';
import { encodeGlobalId } from '../relay/global-id.js';
import { resource } from '../rest/resource.js';
import type { AuditEvent } from './audit/audit-event.js';
import type { Identity } from './identity.js';

const columns = ['at', 'type', 'actor', 'address', 'target', 'detail'];

export function meRoutes({ mode, accounts, audit }: Identity): FastifyPluginAsync {
  return async (rest) => {
    resource(rest, '/me', {
      async GET({ caller }) {
        const { accountId } = caller;
        const user = accountId == null ? null : (await accounts.getMany(caller, [accountId])).get(accountId);
        return {
          mode: await mode.current(),
          access: caller.access,
          user: user
            ? {
                id: encodeGlobalId('User', user.key),
                name: user.displayName,
                handle: user.handle,
                email: user.email,
                role: user.role.toUpperCase(),
              }
            : null,
          scopes: caller.scopes ?? null,
        };
      },
    });
    resource(rest, '/audit.csv', {
      GET({ caller }, reply) {
        reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="audit.csv"');
        const csv = stringify({ header: true, columns, escape_formulas: true });
        const rows = Readable.from(rowsOf(audit.export(caller, { actorKey: null, types: null })));
        return reply.send(rows.on('error', (error) => csv.destroy(error)).pipe(csv));
      },
    });
  };
}

async function* rowsOf(batches: AsyncIterable<readonly AuditEvent[]>) {
  for await (const batch of batches) {
    for (const { at, type, actorName, address, target, detail } of batch) {
      yield { at, type, actor: actorName, address, target, detail };
    }
  }
}
