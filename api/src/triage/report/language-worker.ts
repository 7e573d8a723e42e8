/** The thread that tells languages: texts in, ISO 639-1 codes out, "und" where nothing can tell. */
import { parentPort } from 'node:worker_threads';
import { eld } from 'eld/extrasmall';

parentPort?.on('message', (texts: string[]) => {
  parentPort?.postMessage(texts.map(languageOf));
});

function languageOf(text: string): string {
  const found = eld.detect(text);
  return found.isReliable() && found.language !== '' ? found.language : 'und';
}
