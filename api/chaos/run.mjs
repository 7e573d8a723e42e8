import { runJest } from '../test/run-jest.mjs';

// `npm run test:chaos`: everything at full length, one file after the other, so that nothing but the fault costs time.
runJest(['--config=chaos/jest.config.js', '--runInBand', ...process.argv.slice(2)], { CHAOS: 'full' });
