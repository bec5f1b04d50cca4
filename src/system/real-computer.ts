/**
 * The computer port over the machine itself: the C library through node:dns, and the file system. The C
 * library's calls cannot be cancelled: who asks must be ready to stop waiting.
 */

import { lookup, lookupService } from 'node:dns/promises';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { AddressLookup, Computer, FileText, NameLookup } from './computer.ts';
import { lookupErrorOf } from './lookup-errors.ts';

export function realComputer(environment: Computer['environment']): Computer {
  return {
    readFile: readTextFile,
    lookup: lookUpAddresses,
    reverse: lookUpName,
    hostname: hostname(),
    environment,
  };
}

/** More than any real configuration file; a bound on what one on a strange machine can cost. */
const MAXIMUM_FILE_OCTETS = 64 * 1024 * 1024;

async function readTextFile(path: string): Promise<FileText> {
  try {
    const about = await stat(path);
    // Reading a pipe or a device might never end.
    if (!about.isFile()) return { unreadable: `${path} is not a regular file` };
    if (about.size > MAXIMUM_FILE_OCTETS) return { unreadable: `${path} is larger than 64 MiB` };
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { missing: true };
    return { unreadable: `${path} cannot be read (${code ?? String(error)})` };
  }
}

async function lookUpAddresses(name: string, family: 4 | 6): Promise<AddressLookup> {
  try {
    const found = await lookup(name, { all: true, order: 'verbatim', family });
    // Node.js gives an address that stands for a name back as it is, whatever family was asked for.
    const addresses = found.flatMap(({ address }) => canonicalAddress(address, family));
    return { addresses, error: addresses.length > 0 ? null : lookupErrorOf('EAI_ADDRFAMILY') };
  } catch (error) {
    return { addresses: [], error: lookupErrorOf(codeOf(error)) };
  }
}

async function lookUpName(address: string): Promise<NameLookup> {
  try {
    const { hostname: name } = await lookupService(address, 0);
    // A hosts line with an address alone gives an empty name.
    return name === '' ? { names: [], error: lookupErrorOf('ENOTFOUND') } : { names: [name], error: null };
  } catch (error) {
    return { names: [], error: lookupErrorOf(codeOf(error)) };
  }
}

/** RFC 5952 text, where the C library may print `::1.2.3.4`; a scope stays as it is. */
function canonicalAddress(text: string, family: 4 | 6): string[] {
  const ipv4 = family === 4 ? scanIpv4(text) : undefined;
  if (ipv4) return [printIpv4(ipv4)];
  const [address = '', scope] = text.split('%', 2);
  const ipv6 = family === 6 ? scanIpv6(address) : undefined;
  return ipv6 ? [printIpv6(ipv6) + (scope === undefined ? '' : `%${scope}`)] : [];
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
