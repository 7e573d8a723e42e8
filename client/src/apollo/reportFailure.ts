import { showToast, type Toast } from '../ui/feedback/toasts.js';
import { requestIdOf } from './requestId.js';

/** Says that a mutation failed, with the request id to quote where the server saw it. */
export function reportFailure(what: string, error: unknown, action: Toast['action'] = null): void {
  const requestId = requestIdOf(error);
  showToast(`${what}${requestId ? ` (request ${requestId})` : ''}`, { tone: 'danger', action });
}
