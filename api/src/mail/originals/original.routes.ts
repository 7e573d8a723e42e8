/** A message as it came by mail, for the team: /api/tickets/{id}/ and /api/replies/{id}/, each `original` and `formatted`. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { isKey, keyIn } from '../../conversation/message-ids.js';
import { NotFoundError } from '../../errors.js';
import { resource } from '../../rest/resource.js';
import { formattedPolicy } from './formatted-page.js';
import type { Became, OriginalService } from './original.service.js';

const readers: Record<Became, (id: string) => string | null> = {
  // Ticket numbers are no larger than that.
  ticket: (id) => (isKey(id) && Number(id) < 2 ** 31 ? id : null),
  reply: (id) => keyIn('PublicReply', id),
};

function keyOf(became: Became, { params }: FastifyRequest): string {
  const key = readers[became]((params as { id: string }).id);
  if (key === null) throw new NotFoundError('There is no mail of this message, or not any more.', ['id']);
  return key;
}

export function originalRoutes({ originals }: { readonly originals: OriginalService }): FastifyPluginAsync {
  return async (rest) => {
    for (const [became, place] of [
      ['ticket', '/tickets'],
      ['reply', '/replies'],
    ] as const) {
      resource(rest, `${place}/:id/original`, {
        async GET(request, reply) {
          const { headers, text, hasFormatting } = await originals.get(request.caller, became, keyOf(became, request));
          return reply
            .header('cache-control', 'private, no-store')
            .send({ headers, text, has_formatting: hasFormatting });
        },
      });
      resource(rest, `${place}/:id/formatted`, {
        async GET(request, reply) {
          const page = await originals.formatted(request.caller, became, keyOf(became, request));
          return reply
            .headers({
              'content-security-policy': formattedPolicy,
              'x-frame-options': 'SAMEORIGIN',
              'referrer-policy': 'no-referrer',
              'cache-control': 'private, no-store',
            })
            .type('text/html; charset=utf-8')
            .send(page);
        },
      });
    }
  };
}
