/** An OpenID provider that nobody here wrote, as a process of its own: `node oidc-provider.mjs PORT CALLBACK`. Messages say what it vouches for. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [, , port, callback] = process.argv;
let isVerified = true;
process.on('message', (message) => {
  isVerified = message.isVerified;
  process.send('heard');
});

// New keys with every start.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
const server = createServer().listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'desk', client_secret: 'secret', redirect_uris: [callback] }],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    jwks: { keys: [key] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: isVerified, name: `Person ${id}` }),
    }),
  });
  server.on('request', provider.callback());
  process.send({ issuer });
});
