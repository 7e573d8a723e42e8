/** Assembles the desk, readable from top to bottom: database → services → HTTP with /graphql, /api, /healthz and the client. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessRules, membersOnlyRules } from './access-rules.js';
import { decideByCredentials, registerAuth } from './auth.js';
import type { Config } from './config.js';
import { makeContext, type Services } from './context.js';
import { buildConversation } from './conversation/conversation.js';
import { forgetReplyWords } from './conversation/replies/forgotten-words.js';
import { RequestService } from './conversation/requests/request.service.js';
import { RequestLinks } from './conversation/requests/request-links.js';
import { openDatabase } from './database/data-source.js';
import { poolState } from './database/server/pool-state.js';
import { directReads } from './direct/direct-reads.js';
import { directTickets } from './direct/direct-tickets.js';
import { deskFigures } from './figures.js';
import { DatabaseBytes } from './files/byte-store.js';
import { offerFiles } from './files/file.routes.js';
import { FileService } from './files/file.service.js';
import { FileAddresses } from './files/file-addresses.js';
import { limitAccess } from './graphql/access.js';
import { spendPerField } from './graphql/field-budgets.js';
import { registerGraphql } from './graphql/graphql.js';
import { decideCallers } from './http/caller.js';
import { exposedHeaders } from './http/exposed-headers.js';
import { registerHealth } from './http/health.js';
import { addFigures, measureRequests, offerMetrics } from './http/metrics.js';
import { acceptOwnHosts } from './http/own-hosts.js';
import { limitRates } from './http/rate-limits.js';
import { secureHeaders } from './http/security-headers.js';
import { shareCounts } from './http/shared-counts.js';
import { createHttpApp } from './http-app.js';
import { buildIdentity } from './identity/identity.js';
import { TicketImportService } from './imports/import.service.js';
import { Jobs } from './jobs/jobs.js';
import { buildLive } from './live/live.js';
import { mailSourceRoutes } from './mail/administration/mail-source.routes.js';
import { forgetInboundMail } from './mail/in/inbound-mail.js';
import { mailInRoutes } from './mail/in/mail-in.routes.js';
import { buildMail } from './mail/mail.js';
import { MailCourier } from './mail/out/mail-courier.js';
import { forgetMailAddresses } from './mail/out/outgoing-mail.js';
import { buildNotifications } from './notifications/notifications.js';
import { ReadMarkService } from './notifications/read-marks/read-mark.service.js';
import { RequesterService } from './people/requester.service.js';
import type { Ports } from './ports.js';
import { endStalledBodies } from './rest/request-body.js';
import { answerOptions, registerRest } from './rest/rest.js';
import { restRules } from './rest-access-rules.js';
import { restFeatures } from './rest-features.js';
import { SampleService } from './samples/sample.service.js';
import { createSchema } from './schema.js';
import { StatsService } from './stats/stats.service.js';
import { TicketCount, TicketDay } from './stats/ticket-counts.js';
import { TeamService } from './teams/team.service.js';
import { ticketLists } from './ticket-lists.js';
import { Ticket } from './tickets/ticket.entity.js';
import { TicketService } from './tickets/ticket.service.js';
import { handOverTickets, leaveTeam } from './tickets/write/assignment.js';
import { forgetTicketWords } from './tickets/write/forgotten-words.js';
import { IncidentService } from './tickets/write/incidents.js';
import { MergeService } from './tickets/write/merging.js';
import { TicketEvent } from './trail/event.entity.js';
import { EventService } from './trail/event.service.js';
import { MisleadingWord } from './triage/report/misleading-word.js';
import { SuggestionResult } from './triage/report/suggestion-result.js';
import { forgetSuggestedWords } from './triage/suggestions/forgotten-words.js';
import { TriageSuggestion } from './triage/suggestions/suggestion.entity.js';
import { buildTriage } from './triage/triage.js';
import { scheduleUpkeep } from './upkeep.js';
import { SavedViewService } from './views/saved-view.service.js';
import { referencePage, registerWebClient } from './web-client.js';
import { buildWebhooks } from './webhooks/webhooks.js';

export type Desk = {
  readonly app: FastifyInstance;
  readonly services: Services;
  /** Where tickets are kept, for a person. */
  readonly database: string;
  /** Where figures for monitoring are; null when nowhere. */
  readonly metricsAddress: AddressInfo | null;
  /** Where mail is taken by SMTP; null when nowhere. */
  readonly mailAddress: AddressInfo | null;
  /** Not ready from now on, and every answer ends its connection; requests are still answered. */
  turnAway(): void;
  close(): Promise<void>;
};

/** @throws DatabaseStartError with one sentence where there is no database to be had. */
export async function buildDesk(config: Config, ports: Ports = {}): Promise<Desk> {
  const app = await createHttpApp(config);
  const database = await openDatabase(config.database, {
    logger: app.log,
    entities: [Ticket, TicketEvent, TicketCount, TicketDay, TriageSuggestion, SuggestionResult, MisleadingWord],
    rawRows: config.fastReads,
  });
  const { dataSource } = database;
  const jobs = new Jobs(dataSource, app.log);
  const courier = new MailCourier(jobs, config.mail.out);
  const identity = buildIdentity(dataSource, config.identity, {
    hosts: config.server.allowedHosts,
    handOver: handOverTickets,
    courier,
  });
  const teams = new TeamService(dataSource, leaveTeam);
  const triage = await buildTriage(dataSource, config.triage, app.log);
  const events = new EventService(dataSource);
  const files = new FileService(dataSource, new DatabaseBytes(dataSource));
  const fileAddresses = new FileAddresses(identity.key);
  const conversation = buildConversation(dataSource, events, courier);
  const lists = ticketLists(config);
  const tickets = new TicketService(dataSource, triage.suggestions, lists);
  const requestLinks = new RequestLinks(dataSource, identity.key, config.identity.publicUrl, courier);
  const requestParts = { tickets, replies: conversation.replies, accounts: identity.accounts, links: requestLinks };
  const requests = new RequestService(dataSource, requestParts);
  const { location } = config.database;
  const live = await buildLive(dataSource, {
    tickets,
    requests,
    timeline: conversation.timeline,
    log: app.log,
    url: location.kind === 'server' ? location.url : null,
  });
  const notifications = buildNotifications({
    dataSource,
    jobs,
    live,
    log: app.log,
    courier,
    mailAfterMs: ports.mailNotificationsAfterMs,
  });
  const mail = buildMail({
    dataSource,
    config: config.mail,
    publicUrl: config.identity.publicUrl,
    signer: identity.key,
    jobs,
    courier,
    requestLinks,
    tickets,
    replies: conversation.replies,
    files,
    log: app.log,
    pauseAfter: ports.mailPause,
    lookMs: ports.mailLookMs,
  });
  const webhooks = buildWebhooks({
    dataSource,
    jobs,
    signer: identity.key,
    log: app.log,
    allowPrivate: config.webhooks.allowPrivate,
    timeoutMs: ports.webhookTimeoutMs,
    pauseAfter: ports.webhookPause,
  });
  const services: Services = {
    ...conversation,
    requesters: new RequesterService(dataSource, [
      forgetInboundMail,
      forgetMailAddresses,
      forgetReplyWords,
      forgetSuggestedWords,
      forgetTicketWords,
    ]),
    tickets,
    merges: new MergeService(dataSource),
    incidents: new IncidentService(dataSource),
    requests,
    requestLinks,
    imports: new TicketImportService(dataSource, triage.suggestions),
    samples: new SampleService(dataSource, {
      suggest: (caller, text) => triage.suggestUnsaved(caller, text, { asksModel: false }),
      attach: (...filled) => triage.suggestions.attach(...filled),
    }),
    events,
    stats: new StatsService(dataSource),
    triage,
    identity,
    teams,
    views: new SavedViewService(dataSource),
    readMarks: new ReadMarkService(dataSource),
    notifications: notifications.service,
    ticketSubscriptions: notifications.subscriptions,
    files,
    fileAddresses,
    live,
    deliveries: mail.deliveries,
    originals: mail.originals,
    mailOffice: mail.office,
    webhooks: webhooks.service,
  };
  scheduleUpkeep(jobs, database, { triage, identity, files, requestLinks, mail, notifications, webhooks });

  secureHeaders(app);
  acceptOwnHosts(app, config.server.allowedHosts);
  const metrics = config.server.metrics;
  const registry = metrics && measureRequests(app);
  const readiness = registerHealth(app, () => dataSource.query('select 1'));
  answerOptions(app);
  endStalledBodies(app, config.server.bodyTimeoutMs);
  await app.register(cors, {
    origin: [...config.server.corsAllowedOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders,
  });
  const counts = shareCounts(dataSource, database.kind === 'server');
  const spend = config.server.rateLimits
    ? await limitRates(app, config.server.rateLimits, counts)
    : async () => undefined;
  const decideCaller = ports.decideCaller ?? decideByCredentials(identity, requestLinks);
  decideCallers(app, decideCaller);
  const isOpenToAll = config.identity.submit === 'open';
  const rules = isOpenToAll ? accessRules : membersOnlyRules;
  const schema = await createSchema();
  // The embedded database has one session, and no socket to read bytes from.
  const direct = config.fastReads && database.kind === 'server' ? { dataSource, lists, tickets } : null;
  const executions = await registerGraphql(app, schema, {
    makeContext: ({ caller }) => makeContext(caller, services, rules),
    steps: [
      limitAccess(schema, rules),
      spendPerField({
        createTicket: (request) => spend('create', request),
        addRequestMessage: (request) => spend('create', request),
        resolveRequest: (request) => spend('create', request),
        suggestTriage: (request) => spend('triage', request),
      }),
    ],
    shortcut: direct && directReads(direct, schema),
    sockets: {
      ask: (request) => decideCaller(request, null),
      isForeign: (request) => identity.origin.isForeign(request),
      spend: (request) => spend('general', request),
      limits: config.server.rateLimits && socketLimits,
    },
  });
  await registerAuth(app, identity, requestLinks);
  await app.register(mailSourceRoutes(mail.office), { prefix: '/mail' });
  const { token } = config.mail.in;
  if (token !== null) await app.register(mailInRoutes({ intake: mail.intake, token }), { prefix: '/mail' });
  const door = {
    files,
    addresses: fileAddresses,
    isForeign: (request: FastifyRequest) => identity.origin.isForeign(request),
    stallMs: config.server.bodyTimeoutMs,
  };
  const features = restFeatures(services, {
    door,
    direct: direct && directTickets(direct),
    importLimits: { mostBytes: config.server.importLimitBytes, stallMs: config.server.bodyTimeoutMs },
  });
  await registerRest(app, features, {
    allowedOrigins: config.server.corsAllowedOrigins,
    rules: restRules(isOpenToAll),
    page: referencePage(),
  });
  offerFiles(app, door);
  await registerWebClient(app);

  if (registry)
    addFigures(registry, deskFigures({ pool: () => poolState(dataSource), executions, triage, jobs, webhooks }));
  if (ports.doesJobs ?? true) jobs.start();
  const mailAddress = await mail.listen();
  const metricsServer = registry && metrics && (await offerMetrics(registry, metrics));

  return {
    app,
    services,
    database: database.description,
    metricsAddress: metricsServer ? (metricsServer.address() as AddressInfo) : null,
    mailAddress,
    turnAway: () => readiness.stop(),
    async close() {
      readiness.stop();
      await app.close();
      await mail.turnAway();
      metricsServer?.close();
      await live.stop();
      await counts.stop();
      await identity.namelessCalls.stop();
      await jobs.stop();
      await notifications.stop();
      await webhooks.stop();
      mail.close();
      await database.close();
    },
  };
}

/** A session's, or without one an address's; and how many subscriptions each of its sockets has. */
const socketLimits = { sockets: 10, subscriptions: 20 };
