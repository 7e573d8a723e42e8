// Unpacks the given archives of @sparticuz/chromium into the directory for temporary files: the only place it knows. A process
// of its own, so that this directory can be another one for it alone.
import { inflate } from '@sparticuz/chromium';

await Promise.all(process.argv.slice(2).map((archive) => inflate(archive)));
