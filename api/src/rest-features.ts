/** Every feature that answers at /api: its routes, and how they are described. */

import type { Services } from './context.js';
import { conversationDescription } from './conversation/rest/conversation.openapi.js';
import { conversationRoutes } from './conversation/rest/conversation.routes.js';
import { messageCsvDescription } from './conversation/rest/message-csv.openapi.js';
import { messageCsvRoutes } from './conversation/rest/message-csv.routes.js';
import { fileDescription } from './files/file.openapi.js';
import { fileRoutes } from './files/file.routes.js';
import { meDescription } from './identity/me.openapi.js';
import { meRoutes } from './identity/me.routes.js';
import { importDescription } from './imports/import.openapi.js';
import { importRoutes } from './imports/import.routes.js';
import { originalDescription } from './mail/originals/original.openapi.js';
import { originalRoutes } from './mail/originals/original.routes.js';
import { statsDescription } from './stats/stats.openapi.js';
import { statsRoutes } from './stats/stats.routes.js';
import { ticketDescription } from './tickets/rest/ticket.openapi.js';
import { ticketRoutes } from './tickets/rest/ticket.routes.js';
import { triageDescription } from './triage/triage.openapi.js';
import { triageRoutes } from './triage/triage.routes.js';

type FeatureOptions = {
  readonly door: Parameters<typeof fileRoutes>[0];
  /** Null where nothing is written from the bytes of rows. */
  readonly direct: Parameters<typeof ticketRoutes>[0]['direct'];
  readonly importLimits: Parameters<typeof importRoutes>[0]['limits'];
};

export function restFeatures(services: Services, { door, direct, importLimits }: FeatureOptions) {
  const { identity, imports, requestLinks, triage } = services;
  return [
    { routes: meRoutes(identity), description: meDescription },
    { routes: ticketRoutes({ ...services, receipts: requestLinks, direct }), description: ticketDescription },
    {
      routes: importRoutes({
        imports,
        suggest: (caller, asksModel) => (text) => triage.suggestUnsaved(caller, text, { asksModel }),
        limits: importLimits,
      }),
      description: importDescription,
    },
    { routes: fileRoutes(door), description: fileDescription },
    { routes: conversationRoutes(services), description: conversationDescription },
    { routes: originalRoutes(services), description: originalDescription },
    { routes: messageCsvRoutes(services), description: messageCsvDescription },
    { routes: statsRoutes(services), description: statsDescription },
    { routes: triageRoutes(triage), description: triageDescription },
  ];
}
