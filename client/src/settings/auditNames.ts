import type { AuditEventType } from '../gql/graphql.js';

export const auditNames = {
  SIGN_IN: 'Signed in',
  SIGN_IN_FAILED: 'Sign-in failed',
  SIGN_OUT: 'Signed out',
  PASSWORD_CHANGED: 'Password changed',
  USER_INVITED: 'Person invited',
  USER_CHANGED: 'Person changed',
  TEAM_CHANGED: 'Team changed',
  TOKEN_CREATED: 'Token made',
  TOKEN_REVOKED: 'Token revoked',
  TOKEN_USED_ELSEWHERE: 'Token used from elsewhere',
  EXPORTED: 'Tickets exported',
  TICKET_DELETED: 'Ticket deleted',
  REQUESTER_ERASED: 'Requester erased',
  REQUEST_LINK_ROTATED: 'Requester’s link replaced',
  WEBHOOK_CHANGED: 'Webhook changed',
  CLASSIFIER_CHANGED: 'Local classifier changed',
  MODE_CHANGED: 'Mode changed',
} as const satisfies Record<AuditEventType, string>;
