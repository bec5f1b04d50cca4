/**
 * Addresses with ports as people type them: `192.0.2.1#53`, `192.0.2.1:53`, `[2001:db8::1]:53`, or the address alone.
 */

import { isIP } from 'node:net';
import { printIpv6, scanIpv6 } from '../message/kinds/addresses.ts';
import type { ServerAddress } from './exchange.ts';

export const DNS_PORT = 53;

/** Undefined where the text is no address. A port of 0 is left to the caller. */
export function scanEndpoint(text: string, defaultPort: number): ServerAddress | undefined {
  const { host, port } = partsOf(text);
  const number = port === undefined ? defaultPort : Number(port);
  if (isIP(host) === 0 || !/^\d{1,5}$/.test(port ?? '0') || number > 0xffff) return undefined;
  const octets = isIP(host) === 6 ? scanIpv6(host) : undefined;
  return { address: octets ? printIpv6(octets) : host, port: number };
}

/** The host and, where one stands behind it, the port. One colon alone is a port's: IPv6 addresses have two and more. */
export function partsOf(text: string): { readonly host: string; readonly port?: string } {
  const match =
    /^\[([^\]]*)\](?:[#:](.*))?$/.exec(text) ?? /^([^#]*)#(.*)$/.exec(text) ?? /^([^:]*):([^:]*)$/.exec(text);
  const [, host = text, port] = match ?? [];
  return port === undefined ? { host } : { host, port };
}

export function printEndpoint({ address, port }: ServerAddress): string {
  return `${address}#${port}`;
}
