/** What a request itself got wrong before any feature saw it, in one sentence for the sender; each door puts it in its own form. */
import type { FastifyError, FastifyRequest } from 'fastify';

/** What keeps a body from being read to its end; the message is for the sender. */
export class BodyError extends Error {
  constructor(
    readonly statusCode: 400 | 408 | 413 | 415,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type WireFault = { readonly status: number; readonly detail: string };

/** By the framework's codes, whose own messages speak to its users. */
const known: Record<string, (request: FastifyRequest) => WireFault> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) => ({
    status: 415,
    detail: `Unsupported media type "${headers['content-type'] ?? ''}" in request.`,
  }),
  FST_ERR_CTP_BODY_TOO_LARGE: () => ({ status: 413, detail: 'The request body is too large.' }),
  FST_ERR_CTP_INVALID_JSON_BODY: () => ({ status: 400, detail: 'JSON parse error - the body is not valid JSON.' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => ({
    status: 400,
    detail: 'The body is not as long as Content-Length says.',
  }),
  ERR_STREAM_PREMATURE_CLOSE: () => ({ status: 400, detail: 'The connection was closed before the answer.' }),
  FST_ERR_BAD_URL: () => ({ status: 404, detail: 'Not found.' }),
  FST_ERR_MAX_PARAM_LENGTH: () => ({ status: 404, detail: 'Not found.' }),
};

/** Null where the fault is not the sender's. */
export function wireFault(
  error: Pick<FastifyError, 'code' | 'statusCode' | 'message'>,
  request: FastifyRequest,
): WireFault | null {
  const fault = known[error.code]?.(request);
  if (fault) return fault;
  const { statusCode = 500, message } = error;
  return statusCode >= 400 && statusCode < 500 ? { status: statusCode, detail: message } : null;
}
