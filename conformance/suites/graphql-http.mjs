import { serverAudits } from 'graphql-http';

/** GraphQL over HTTP, by the audits of the reference implementation. */
export async function judge(url) {
  const withHeader = (address, init = {}) =>
    fetch(address, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } });
  const failures = [];
  const audits = serverAudits({ url: `${url}/graphql`, fetchFn: withHeader });
  for (const audit of audits) {
    const { status, reason } = await audit.fn();
    if (status !== 'ok') failures.push(`${audit.id} ${audit.name}: ${status}, ${reason}`);
  }
  return { passed: audits.length - failures.length, failures };
}
