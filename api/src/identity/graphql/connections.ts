/** The lists of this feature, and where their rows stand: all by key alone. */
import type { Position } from '../../database/keyset.js';
import { connectionType, edgeOf, edgeType } from '../../relay/connection.js';
import { User } from '../accounts/user.js';
import { AuditEvent } from '../audit/audit-event.js';
import { ApiToken } from '../sessions/api-token.js';

export const isKeyPosition = ({ sort }: Position) => sort === null;

export const UserEdge = edgeType(User);
export type UserEdge = InstanceType<typeof UserEdge>;
export const UserConnection = connectionType(User, UserEdge);
export type UserConnection = InstanceType<typeof UserConnection>;
export const userEdge = (user: User) => edgeOf(user, { sort: null, number: user.key });

export const ApiTokenEdge = edgeType(ApiToken);
export type ApiTokenEdge = InstanceType<typeof ApiTokenEdge>;
export const ApiTokenConnection = connectionType(ApiToken, ApiTokenEdge);
export type ApiTokenConnection = InstanceType<typeof ApiTokenConnection>;
export const tokenEdge = (token: ApiToken) => edgeOf(token, { sort: null, number: token.key });

export const AuditEventEdge = edgeType(AuditEvent);
export type AuditEventEdge = InstanceType<typeof AuditEventEdge>;
export const AuditEventConnection = connectionType(AuditEvent, AuditEventEdge);
export type AuditEventConnection = InstanceType<typeof AuditEventConnection>;
