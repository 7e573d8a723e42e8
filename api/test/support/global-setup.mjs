import './typescript.mjs';

// Jest hands this file to Node as it is, so the TypeScript behind it needs the loader above.
const { begin } = await import('./test-run.js');

export default begin;
