/** GET /mail/source/{key}: a mail as it came, to be saved. Nothing of it is shown, so that nothing of it runs. */
import type { FastifyPluginAsync } from 'fastify';
import { sendRestError } from '../../rest/rest-errors.js';
import type { MailOfficeService } from './mail-office.service.js';

export function mailSourceRoutes(office: MailOfficeService): FastifyPluginAsync {
  return async (mail) => {
    mail.setErrorHandler(sendRestError);
    mail.get('/source/:key', async (request, reply) => {
      const { key } = request.params as { key: string };
      const bytes = await office.source(request.caller, key, request.query as Readonly<Record<string, unknown>>);
      return reply
        .headers({
          'content-type': 'message/rfc822',
          'content-disposition': `attachment; filename="mail-${key.replace(/\D/g, '')}.eml"`,
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        })
        .send(bytes);
    });
  };
}
