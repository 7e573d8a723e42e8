import { openDatabases } from './support/database.js';
const databases = await openDatabases();
console.log(await databases.of(50000));
setInterval(() => undefined, 1e9);
process.on('SIGTERM', async () => { await databases.close(); process.exit(0); });
