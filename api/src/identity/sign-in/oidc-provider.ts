/** The one file that speaks OpenID Connect, through a library that was certified for it. */
import * as client from 'openid-client';
import type { OidcConfig } from '../../config-identity.js';

/** What must come back from the provider unchanged. */
export type Pending = { readonly verifier: string; readonly state: string; readonly nonce: string };

export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the provider vouches for it. */
  readonly verifiedEmail: string | null;
  readonly name: string | null;
};

export class OidcProvider {
  #configuration: Promise<client.Configuration> | undefined;

  constructor(
    private readonly config: OidcConfig,
    private readonly redirectUri: string,
  ) {}

  async begin(): Promise<{ url: string; pending: Pending }> {
    const pending = {
      verifier: client.randomPKCECodeVerifier(),
      state: client.randomState(),
      nonce: client.randomNonce(),
    };
    const url = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url: url.href, pending };
  }

  /** @throws whatever the library finds wrong with what came back */
  async finish(query: string, { verifier, state, nonce }: Pending): Promise<Identity> {
    const callback = new URL(this.redirectUri);
    callback.search = query;
    const tokens = await client
      .authorizationCodeGrant(await this.configuration(), callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        // Its keys may have changed: the next attempt asks for them anew.
        this.#configuration = undefined;
        throw error;
      });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token.');
    const { email, name } = claims;
    const isVerified = claims.email_verified === true && typeof email === 'string';
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: isVerified ? email.toLowerCase() : null,
      name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null,
    };
  }

  /** At first use, not at start: the desk starts while its provider is away, and a failure is tried again. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    const isPlain = issuer.startsWith('http:');
    this.#configuration ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        // The signature counts too, not only that the token came from where the provider is.
        execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
        timeout: 10,
      })
      .catch((error: unknown) => {
        this.#configuration = undefined;
        throw error;
      });
    return this.#configuration;
  }
}
