import '../../scripts/development/typescript.mjs';
import { buildStaleApi } from '../../scripts/build.mjs';

// Jest hands this file to Node as it is, so the TypeScript behind it needs the loader above.
const { begin } = await import('./test-run.js');

/** The commands run as they do for people, built; built once, before many tests want them at the same time. */
export default function beginBuilt() {
  buildStaleApi();
  return begin();
}
