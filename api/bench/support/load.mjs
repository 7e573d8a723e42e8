/** `node load.mjs JSON`: asks over and over through a process of its own, each connection in the given order, and prints what came of it. */
import autocannon from 'autocannon';

const { url, requests, connections, seconds, rate } = JSON.parse(process.argv[2]);
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  ...(rate ? { overallRate: rate } : {}),
  requests: requests.map(({ path, body, headers }) => ({
    path,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })),
});
const { latency, non2xx, errors, timeouts, duration } = result;
const failed = non2xx + errors + timeouts;
console.log(
  JSON.stringify({
    perSecond: result['2xx'] / duration,
    latencyMs: { p50: latency.p50, p99: latency.p99, max: latency.max },
    succeeded: result['2xx'],
    failed,
  }),
);
