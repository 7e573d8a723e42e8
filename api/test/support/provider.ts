import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./oidc-provider.mjs', import.meta.url));

export type Provider = {
  readonly issuer: string;
  vouch(isVerified: boolean): Promise<void>;
  stop(): Promise<void>;
};

/** `port` 0: the system chooses. With the same port a second one has the same name and other keys. */
export async function startProvider(port: number, callback: string): Promise<Provider> {
  const child: ChildProcess = fork(program, [String(port), callback], { stdio: 'ignore' });
  const [message] = await once(child, 'message');
  return {
    issuer: (message as { issuer: string }).issuer,
    async vouch(isVerified) {
      child.send({ isVerified });
      await once(child, 'message');
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A browser's cookies, per origin, and no redirects followed but by hand. */
export function browser() {
  const jars = new Map<string, Map<string, string>>();
  return async function go(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
}

export type Browser = ReturnType<typeof browser>;

/** Clicks through the provider's pages as `login`. Answers the address at which it sends the browser back, unvisited. */
export async function signInAtProvider(go: Browser, start: string, callback: string, login: string): Promise<string> {
  let next = start;
  for (let step = 0; step < 15; step++) {
    let response = await go(next);
    if (response.status < 300) {
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      response = await go(action, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ prompt, login, password: 'any' }),
      });
    }
    next = new URL(response.headers.get('location') ?? '', response.url).href;
    if (next.startsWith(callback)) return next;
  }
  throw new Error(`The provider never came back: ${next}`);
}
