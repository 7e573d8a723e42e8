/** `npm start`: builds what is needed, then runs the desk in this process. */
import './environment.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale();
await import('../dist/src/main.js');
