/**
 * The computer of a lab world: getaddrinfo and getnameinfo (RFC 3493 6) emulated over the world's own hosts
 * file, nsswitch.conf and resolv.conf, with the sources, the search list and their order as the GNU C library
 * has them.
 */

import { scanIpv6 } from '../message/kinds/addresses.ts';
import type { AddressLookup, Computer, FileText, NameLookup } from '../system/computer.ts';
import { scanDottedAddress } from '../system/dotted-address.ts';
import { lookupErrorOf } from '../system/lookup-errors.ts';
import { readLookupSettings } from '../system/lookup-settings.ts';
import type { LookupStatus, Nsswitch } from '../system/nsswitch.ts';
import { addressSourceOf, nameSourceOf, type LabStub, type SourceResult } from './computer-sources.ts';

/**
 * `files` by their paths; what `stub` gives is the reply of the computer's name server, undefined for
 * silence.
 */
export function labComputer(
  files: Readonly<Record<string, string>>,
  hostname: string,
  stub: LabStub,
): Computer {
  const readFile = async (path: string): Promise<FileText> => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? { missing: true } : { text };
  };
  const lookup = async (name: string, family: 4 | 6): Promise<AddressLookup> => {
    const literal = literalAddress(name);
    if (literal) {
      if (literal.family === family) return { addresses: [literal.address], error: null };
      return { addresses: [], error: lookupErrorOf('EAI_ADDRFAMILY') };
    }
    const settings = await readLookupSettings(computer);
    const place = { settings, hostname, stub };
    const { found, error } = await goThrough(settings.nsswitch, (source) =>
      addressSourceOf(source)(name, family, place),
    );
    return { addresses: found, error };
  };
  const reverse = async (address: string): Promise<NameLookup> => {
    const settings = await readLookupSettings(computer);
    const place = { settings, hostname, stub };
    const { found, error } = await goThrough(settings.nsswitch, (source) =>
      nameSourceOf(source)(address, place),
    );
    return { names: found, error };
  };
  const computer: Computer = { readFile, lookup, reverse, hostname, environment: {} };
  return computer;
}

interface Gathered {
  readonly found: readonly string[];
  readonly error: string | null;
}

/**
 * Asks the sources of nsswitch.conf in turn until one has an answer, or says by its action that the search
 * ends.
 */
async function goThrough(
  { sources, problem }: Nsswitch,
  ask: (source: string) => Promise<SourceResult>,
): Promise<Gathered> {
  if (problem !== null) return { found: [], error: lookupErrorOf('EINVAL') };
  // The last source that could be asked decides how the failure is called.
  let status: LookupStatus = 'notfound';
  for (const { name, actions } of sources) {
    const result = await ask(name);
    if (result.status === 'success') return { found: result.found, error: null };
    if (result.status !== 'unavail') status = result.status;
    if (actions[result.status] !== 'continue') break;
  }
  return { found: [], error: lookupErrorOf(status === 'tryagain' ? 'EAI_AGAIN' : 'ENOTFOUND') };
}

/** A name that reads as an address is one: nothing is looked up. */
function literalAddress(name: string): { family: 4 | 6; address: string } | undefined {
  const ipv4 = scanDottedAddress(name);
  if (ipv4 !== undefined) return { family: 4, address: ipv4 };
  return scanIpv6(name) ? { family: 6, address: name } : undefined;
}
