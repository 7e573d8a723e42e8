/**
 * Where the desk may be told to send: addresses of the public internet, unless its operator allows others. Judged is the
 * address that is connected to, within the connection's own lookup, so that a name which answers differently the next
 * time gains nothing.
 */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const notPublic = new BlockList();
const reserved4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Within 2000::/3: documentation, benchmarks, and what wraps an address of version 4. */
const reserved6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const global6 = new BlockList();
for (const network of reserved4) add(notPublic, network, 'ipv4');
for (const network of reserved6) add(notPublic, network, 'ipv6');
add(global6, '2000::/3', 'ipv6');

function add(list: BlockList, network: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', length] = network.split('/');
  list.addSubnet(address, Number(length), family);
}

/** Of version 6 only 2000::/3 is public; mapped addresses, NAT64, link-local and unique local ones are outside of it. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** The desk may not send there. */
export class ForbiddenAddressError extends Error {}

export const refusal = (host: string) => `${host} is not an address of the public internet.`;

/** Written as an address, a host is not looked up: this is its only check. URL has made one form of decimal and octal ones. */
export function isForbiddenHost({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host);
}

export type Resolve = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** One address that is not public forbids the name. */
export function guardedLookup(resolve: Resolve = lookup): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
        return done(new ForbiddenAddressError(refusal(name)), '', 0);
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}
