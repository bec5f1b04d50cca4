/**
 * A namespace in which every address is this machine's, so that servers can be at any address a network names.
 */

import { Namespace } from './namespace.ts';

/** A route is enough for IPv4 to let a server have any address; IPv6 wants to see each on the interface. */
export function whereEveryAddressIsLocal(addresses: readonly string[]): Namespace {
  const namespace = new Namespace({});
  const ipv6 = addresses.filter((address) => address.includes(':'));
  namespace.configure([
    'route add local 0.0.0.0/0 dev lo',
    'route add local ::/0 dev lo',
    ...ipv6.map((address) => `address replace ${address}/128 dev lo nodad`),
  ]);
  return namespace;
}

type Hints = readonly { readonly name: string; readonly addresses: readonly string[] }[];

/** As the root servers publish it. */
export function hintsText(hints: Hints): string {
  const lines = hints.flatMap(({ name, addresses }) => [
    `. 3600000 NS ${name}`,
    ...addresses.map((address) => `${name} 3600000 ${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
  ]);
  return lines.join('\n') + '\n';
}
