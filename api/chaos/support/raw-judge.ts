import { answerOn, openConnection } from '../../test/support/raw-http.js';
import type { RawRequest } from './raw-requests.js';

/** By then every connection is over: its sender has said good-bye, and stalled bodies have their deadline. */
const patienceMs = 10_000;

/** Sends bytes, says good-bye, and answers what is wrong with what came back; null where nothing is. */
export async function faultInAnswer(url: string, { bytes, cut }: RawRequest): Promise<string | null> {
  const socket = await openConnection(url);
  const deadline = setTimeout(() => socket.destroy(new Error()), patienceMs);
  const all = Buffer.from(bytes, 'base64');
  const answered = answerOn(socket);
  socket.write(all.subarray(0, cut), () => socket.end(all.subarray(cut)));
  const { text } = await answered;
  clearTimeout(deadline);
  if (socket.errored?.message === '') return 'The connection was left open.';
  if (/^HTTP\/1\.1 5\d\d/m.test(text)) return `A fault of the desk: ${text.slice(0, 500)}`;
  return /^(HTTP\/1\.1 [1-4]\d\d |$)/.test(text) ? null : `This is no HTTP: ${text.slice(0, 100)}`;
}
