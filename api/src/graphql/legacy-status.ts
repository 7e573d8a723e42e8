import type { Steps } from './request-steps.js';

const requestFaults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/** Clients that accept the older `application/json` expect 200 even where the request itself was wrong. */
export const legacyStatus: Steps = () => ({
  async willSendResponse({ request, response: { http, body } }) {
    const accept = request.http?.headers.get('accept') ?? '';
    if (http.status !== 400 || body.kind !== 'single' || !accept.includes('application/json')) return;
    const codes = body.singleResult.errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
    if (codes.some((code) => requestFaults.includes(code))) http.status = 200;
  },
});
