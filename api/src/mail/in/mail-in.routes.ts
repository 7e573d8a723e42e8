/** POST /mail/in: a mail as it came, from a program that has the desk's own secret for it. It is answered once the mail is kept. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { UnauthenticatedError } from '../../errors.js';
import { encodeGlobalId } from '../../relay/global-id.js';
import { sendRestError } from '../../rest/rest-errors.js';
import { type MailIntake, mostMailBytes } from './mail-intake.js';

export type MailDoor = { readonly intake: MailIntake; readonly token: string };

export function mailInRoutes({ intake, token }: MailDoor): FastifyPluginAsync {
  return async (mail) => {
    mail.setErrorHandler(sendRestError);
    mail.addHook('onRequest', async ({ headers: { authorization } }) => {
      if (!isSame(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '', token)) {
        throw new UnauthenticatedError('The token of this address is missing or wrong.');
      }
    });
    // Whatever it is said to be, it is bytes.
    mail.removeAllContentTypeParsers();
    mail.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    mail.post('/in', { bodyLimit: mostMailBytes }, async (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { key, state } = await intake.take('http', raw);
      return reply
        .code(202)
        .header('cache-control', 'no-store')
        .send({ id: encodeGlobalId('InboundMail', key), state: state.toUpperCase() });
    });
  };
}

function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
