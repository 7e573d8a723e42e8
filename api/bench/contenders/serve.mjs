/** What every contender shares: one port of the loopback for WORKERS processes, and the line that tells it. */
import cluster from 'node:cluster';

export const connection = { connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL_SIZE) };

/** `makeServer` answers something that can listen, in each process. */
export async function serve(makeServer) {
  const workers = Number(process.env.WORKERS);
  if (cluster.isPrimary && workers > 1) {
    for (let count = 0; count < workers; count++) cluster.fork();
    return tellOnce(workers);
  }
  const server = await makeServer();
  server.listen(0, '127.0.0.1', () => {
    if (cluster.isPrimary) tell(server.address().port);
  });
}

/** When all of them listen. */
function tellOnce(workers) {
  let listening = 0;
  cluster.on('listening', (_worker, { port }) => {
    if (++listening === workers) tell(port);
  });
}

function tell(port) {
  console.log(`  Desk      http://127.0.0.1:${port}`);
}
