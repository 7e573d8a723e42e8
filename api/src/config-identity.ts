/** The part of the configuration that is about people: who may call, and how they sign in. */
import type { Variables } from './config-variables.js';

export type IdentityConfig = {
  /** Whether callers without a name are the team: until there is an account, always, or never. */
  readonly access: Variables['ACCESS'];
  /** Who may submit tickets while the team signs in. */
  readonly submit: Variables['SUBMIT'];
  /** Where people reach the desk: what links begin with, and the origin of its own pages. */
  readonly publicUrl: string;
  /** Signs what the desk hands out and takes back; null: a file in the data directory has it. */
  readonly secretKey: string | null;
  /** Holds the key, the code of the first start, and the socket of the users command. */
  readonly dataDirectory: string;
  readonly oidc: OidcConfig | null;
};

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** Who becomes the first administrator by signing in with this verified address. */
  readonly adminEmail: string | null;
};

const oidcParts = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** What no single variable can see. */
export function oidcConflicts(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const missing = oidcParts.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < oidcParts.length)
    problems.push(`${missing.join(' and ')} must be set too: OIDC needs ${oidcParts.join(', ')}.`);
  if (given.ADMIN_EMAIL && missing.length > 0)
    problems.push('ADMIN_EMAIL needs OIDC: without it use "npm run users -- add ADDRESS --admin".');
  return problems;
}

export function identityConfig(values: Variables, dataDirectory: string): IdentityConfig {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const adminEmail = values.ADMIN_EMAIL?.toLowerCase() ?? null;
  return {
    access: values.ACCESS,
    submit: values.SUBMIT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    secretKey: values.SECRET_KEY ?? null,
    dataDirectory,
    oidc:
      issuer && clientId && clientSecret
        ? { issuer, clientId, clientSecret, name: values.OIDC_NAME, adminEmail }
        : null,
  };
}
