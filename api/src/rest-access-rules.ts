/** Who may use which address of REST. What stands nowhere is denied. */
import {
  administers,
  everybody,
  reads,
  readsMail,
  replies,
  submits,
  team,
  writes,
  writesNotes,
} from './access-kinds.js';
import type { AccessRule, AccessRules } from './graphql/access.js';

/** By method and address, without the final slash. What lies below an address of pages has its rule. */
export function restRules(isOpenToAll: boolean): AccessRules {
  const submit: AccessRule = isOpenToAll ? submits : { ...submits, to: 'AGENT' };
  // Whoever was given a link answers with files, whoever may submit.
  const sendFiles: AccessRule = { ...submit, requesters: true };
  return {
    'GET /api': everybody,
    'GET /api/openapi.json': everybody,
    'GET /api/docs': everybody,
    'GET /api/me': team,
    'POST /api/files': sendFiles,
    'GET /api/audit.csv': administers,
    'GET /api/tickets': reads,
    'POST /api/tickets': submit,
    'GET /api/tickets/:id': reads,
    'PUT /api/tickets/:id': writes,
    'PATCH /api/tickets/:id': writes,
    'DELETE /api/tickets/:id': writes,
    'GET /api/tickets/:id/original': readsMail,
    'GET /api/tickets/:id/formatted': readsMail,
    'GET /api/replies/:id/original': readsMail,
    'GET /api/replies/:id/formatted': readsMail,
    'GET /api/tickets/:id/messages': reads,
    'POST /api/tickets/:id/messages': replies,
    'GET /api/tickets/:id/notes': { to: 'AGENT', scope: ['TICKETS_READ', 'NOTES_READ'] },
    'POST /api/tickets/:id/notes': writesNotes,
    'GET /api/tickets/export.csv': reads,
    'GET /api/tickets/messages.csv': reads,
    'POST /api/tickets/import': writes,
    'POST /api/tickets/import/preview': writes,
    'GET /api/tickets/stats': reads,
    'POST /api/tickets/classify': submit,
  };
}
