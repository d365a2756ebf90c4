import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Nothing of these is a program on the open net (IANA special-purpose registries, RFC 6890 and its updates). */
const closedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** The same for IPv6, with every way to write an IPv4 address inside one (mapped, translated, 6to4, Teredo). */
const closedV6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

function listOf(nets: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family);
  return list;
}

// A list for each: in a common one, ::ffff:0:0/96 would mean every IPv4 address.
const closedToV4 = listOf(closedV4, 'ipv4');
const closedToV6 = listOf(closedV6, 'ipv6');

/** Whether an IP address is one of the open net. What is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 0) return false;
  return kind === 4 ? !closedToV4.check(address, 'ipv4') : !closedToV6.check(address, 'ipv6');
}

export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

/** Every address of a host name; an address is its own. */
export const resolveHost: Resolve = async (host) => {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0) return [{ address: bare, family: isIPv6(bare) ? 6 : 4 }];
  const found = await lookup(bare, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};
