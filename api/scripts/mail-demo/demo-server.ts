/** Serves the pages of the demonstration, on loopback and to itself alone: other sites can neither read them nor post to them. */
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readMailbox } from '../../src/config-mail.js';
import { SmtpFault } from '../../src/mail/out/smtp.js';
import type { Customers } from './customer.js';
import { faultPage, listPage, mailPage, script, styles } from './demo-pages.js';
import type { MailSink, SunkMail } from './mail-sink.js';

export type DemoParts = { readonly sink: MailSink; readonly customers: Customers; readonly deskUrl: string };

const words = z.string().trim().min(1).max(20_000);
const answerForm = z.object({ words });
const newForm = z.object({
  name: z.string().trim().max(100).default(''),
  address: z.string().trim().max(200),
  subject: z.string().trim().min(1).max(200),
  words,
});

const ownPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
/** Of a mail: its own dress, and nothing from anywhere. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function demoServer({ sink, customers, deskUrl }: DemoParts): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.register(formbody);
  app.addHook('onRequest', refuseForeign);
  app.setErrorHandler((error, _request, reply) => {
    const { status, sentence } = faultOf(error);
    return send(reply.code(status), 'text/html', faultPage(sentence));
  });
  app.setNotFoundHandler((_request, reply) => send(reply.code(404), 'text/html', faultPage('There is no such page.')));

  const mailOf = (request: FastifyRequest): SunkMail => {
    const mail = sink.mail(Number((request.params as { number: string }).number));
    if (!mail) throw new Refusal(404, 'There is no such mail, or not any more.');
    return mail;
  };

  app.get('/', (request, reply) => {
    const isSent = (request.query as { sent?: string }).sent !== undefined;
    return send(reply, 'text/html', listPage({ mails: sink.mails, count: sink.count, deskUrl, isSent }));
  });
  app.get('/count', (_request, reply) => send(reply, 'text/plain', String(sink.count)));
  app.get('/styles.css', (_request, reply) => send(reply, 'text/css', styles));
  app.get('/script.js', (_request, reply) => send(reply, 'text/javascript', script));
  app.get('/mails/:number', (request, reply) => send(reply, 'text/html', mailPage(mailOf(request))));
  app.get('/mails/:number/html', (request, reply) => {
    const { read } = mailOf(request);
    // Links of a mail open beside the frame.
    const html = `<base target="_blank">${read.html ?? ''}`;
    return send(reply, 'text/html', html, mailPolicy);
  });
  app.get('/mails/:number/raw', (request, reply) => {
    const { number, raw } = mailOf(request);
    const name = `attachment; filename="mail-${number}.eml"`;
    return reply.header('content-disposition', name).type('message/rfc822').send(raw);
  });
  app.post('/mails', async (request, reply) => {
    const { name, address, subject, words: text } = newForm.parse(request.body);
    const from = readMailbox(address);
    if (!from) throw new Refusal(400, 'The address is no e-mail address.');
    await customers.write({ from: { name: name || null, address: from.address }, subject, words: text });
    return reply.redirect('/?sent', 303);
  });
  app.post('/mails/:number/answer', async (request, reply) => {
    await customers.answer(mailOf(request), answerForm.parse(request.body).words);
    return reply.redirect('/?sent', 303);
  });
  return app;
}

async function refuseForeign({ hostname, host, headers }: FastifyRequest): Promise<void> {
  // A name that somebody else's DNS points here is not ours.
  if (!['localhost', '127.0.0.1'].includes(hostname)) throw new Refusal(421, 'This page is at localhost alone.');
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    throw new Refusal(403, 'This request comes from a page that is not of this demonstration.');
}

function send(reply: FastifyReply, type: string, body: string, policy = ownPolicy): FastifyReply {
  return reply
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    .header('content-security-policy', policy)
    .type(`${type}; charset=utf-8`)
    .send(body);
}

function faultOf(error: unknown): { status: number; sentence: string } {
  if (error instanceof Refusal) return { status: error.status, sentence: error.message };
  if (error instanceof z.ZodError) return { status: 400, sentence: 'Fill in every field.' };
  if (error instanceof SmtpFault) return { status: 502, sentence: error.message };
  const { statusCode = 500, message } = error as { statusCode?: number; message: string };
  return { status: statusCode, sentence: message };
}
