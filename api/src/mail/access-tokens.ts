/**
 * Access tokens for mailboxes that take no password (XOAUTH2): fetched with what the environment gives, kept in memory alone,
 * renewed before they end and once after a server refused one. Nothing that the endpoint says reaches a log or a page before
 * the secrets are taken out of it.
 */
import * as client from 'openid-client';
import { isLocal, type MailOAuthConfig } from '../config-mail.js';

/** What is wrong, and what to do. It has no cause: the library's errors hold answers, and answers hold tokens. */
export class AccessTokenFault extends Error {}

/** For a server that refused a token which was fetched a moment before. */
export const refusedTokenCure =
  'It refused an access token that was just fetched: check the user name and MAIL_OAUTH_SCOPE, and that the provider lets this application use the mailbox.';

type Kept = { readonly token: string; readonly endsAt: number };

const patienceSeconds = 10;
/** A token that ends within this time could end while a server looks at it. */
const marginMs = 60_000;
const longestReason = 300;

const cures: Readonly<Record<string, string>> = {
  invalid_grant: 'The consent was taken back or has ended: give it again, and set the new MAIL_OAUTH_REFRESH_TOKEN.',
  invalid_client: 'Check MAIL_OAUTH_CLIENT_ID and MAIL_OAUTH_CLIENT_SECRET; a secret may have expired.',
  unauthorized_client: 'Allow the application this kind of access at the provider.',
  invalid_scope: 'Check MAIL_OAUTH_SCOPE.',
};

export class AccessTokens {
  readonly #configuration: client.Configuration;
  #refreshToken: string | null;
  #kept: Kept | null = null;
  #asking: Promise<string> | null = null;

  constructor(private readonly config: MailOAuthConfig) {
    const { tokenUrl, clientId, clientSecret } = config;
    this.#refreshToken = config.refreshToken;
    this.#configuration = new client.Configuration(
      { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl },
      clientId,
      undefined,
      clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
    );
    this.#configuration.timeout = patienceSeconds;
    this.#configuration[client.customFetch] = withoutIdToken;
    if (isLocal(new URL(tokenUrl).hostname)) client.allowInsecureRequests(this.#configuration);
  }

  /** @throws AccessTokenFault */
  async current(): Promise<string> {
    return this.#kept && this.#kept.endsAt > Date.now() ? this.#kept.token : this.#ask();
  }

  /** After a server refused one; whoever comes with a token that has been replaced meanwhile gets the one that is kept. @throws AccessTokenFault */
  async renewed(refused: string): Promise<string> {
    if (this.#kept?.token === refused) this.#kept = null;
    return this.current();
  }

  /** Together, however many ask. */
  #ask(): Promise<string> {
    this.#asking ??= this.#fetch().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #fetch(): Promise<string> {
    try {
      const answer = await this.#grant();
      this.#refreshToken = answer.refresh_token ?? this.#refreshToken;
      const lifeMs = (answer.expires_in ?? Number.POSITIVE_INFINITY) * 1_000;
      this.#kept = { token: answer.access_token, endsAt: Date.now() + lifeMs - marginMs };
      return answer.access_token;
    } catch (error) {
      const fault = this.#faultOf(error);
      // Should a token that was handed out meanwhile be the trouble, the next attempt begins with the one that was set.
      this.#refreshToken = this.config.refreshToken;
      throw fault;
    }
  }

  #grant() {
    const parameters: Record<string, string> = this.config.scope === null ? {} : { scope: this.config.scope };
    return this.#refreshToken === null
      ? client.clientCredentialsGrant(this.#configuration, parameters)
      : client.refreshTokenGrant(this.#configuration, this.#refreshToken, parameters);
  }

  #faultOf(error: unknown): AccessTokenFault {
    const host = new URL(this.config.tokenUrl).host;
    if (error instanceof client.ResponseBodyError) {
      const said = [error.error, error.error_description].filter(Boolean).join(': ');
      const cure = cures[error.error] ?? 'Check the settings that begin with MAIL_OAUTH_.';
      return new AccessTokenFault(`${host} gives no access token: ${this.#withoutSecrets(said)}. ${cure}`);
    }
    return new AccessTokenFault(
      `${host} gives no access token: ${reasonOf(error)} Check MAIL_OAUTH_TOKEN_URL, and that this machine reaches it.`,
    );
  }

  /** Some endpoints repeat what they were sent. */
  #withoutSecrets(text: string): string {
    const secrets = [this.config.clientSecret, this.config.refreshToken, this.#refreshToken, this.#kept?.token];
    const clean = secrets.reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, '…') : rest), text);
    return clean
      .replace(/\s+/g, ' ')
      .replace(/[.\s]+$/, '')
      .slice(0, longestReason);
  }
}

/** In words of our own, because the library's may quote the answer. */
function reasonOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return `it did not answer within ${patienceSeconds} s.`;
  if (code?.startsWith('OAUTH_')) return 'what it answered is no answer of a token endpoint.';
  return 'it cannot be reached.';
}

/** Nobody is signed in by what the endpoint answers: an ID token, of an issuer that the desk does not know, is left unread. */
const withoutIdToken: client.CustomFetch = async (url, options) => {
  const answer = await fetch(url, options as RequestInit);
  const text = await answer.text();
  const { status, headers } = answer;
  const hasNoBody = status === 204 || status === 304;
  return new Response(hasNoBody ? null : dropIdToken(text), {
    status,
    headers: { 'content-type': headers.get('content-type') ?? '' },
  });
};

function dropIdToken(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'id_token' ? undefined : value));
  } catch {
    return text;
  }
}
