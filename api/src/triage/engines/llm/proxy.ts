/** Sends what goes to the language model through the proxy that the environment names. A model on this machine needs none. */
import { setGlobalProxyFromEnv } from 'node:http';
import type { TriageConfig } from '../../../config.js';

const THIS_MACHINE = 'localhost,127.0.0.1,[::1],::1';

/** Whether there is a proxy. @throws TypeError where its address is none */
export function applyProxy({ https, http, except }: TriageConfig['proxy']): boolean {
  if (!https && !http) return false;
  setGlobalProxyFromEnv({
    ...(https && { https_proxy: https }),
    ...(http && { http_proxy: http }),
    no_proxy: except ? `${except},${THIS_MACHINE}` : THIS_MACHINE,
  });
  return true;
}
