/**
 * The computer port over the machine itself: the C library and c-ares through node:dns, the file system, and
 * the few commands that say what files do not. The C library's calls cannot be cancelled: who asks must be
 * ready to stop waiting.
 */

import { execFile } from 'node:child_process';
import { ADDRCONFIG, getServers, V4MAPPED, type LookupAllOptions } from 'node:dns';
import { lookup, lookupService } from 'node:dns/promises';
import { hostname, platform } from 'node:os';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { AddressLookup, AddressQuestion, Computer, FileText, NameLookup } from './computer.ts';
import { resolveByLibrary } from './library-lookup.ts';
import { lookupErrorOf } from './lookup-errors.ts';
import { codeOf, linkTargetOf, readTextFile } from './real-files.ts';
import { hasSourceModule } from './source-modules.ts';

export function realComputer(environment: Computer['environment']): Computer {
  return {
    readFile: readTextFile,
    linkTarget: linkTargetOf,
    lookup: lookUpAddresses,
    reverse: lookUpName,
    resolve: resolveByLibrary,
    libraryServers: () => getServers(),
    run: runCommand,
    hasSource: hasSourceModule,
    hostname: hostname(),
    platform: platform(),
    environment,
  };
}

const HINTS: Readonly<Record<AddressQuestion, LookupAllOptions>> = {
  4: { all: true, family: 4 },
  6: { all: true, family: 6 },
  any: { all: true, family: 0 },
  configured: { all: true, family: 0, hints: ADDRCONFIG },
  mapped: { all: true, family: 6, hints: V4MAPPED },
};

async function lookUpAddresses(name: string, question: AddressQuestion): Promise<AddressLookup> {
  try {
    const found = await lookup(name, { ...HINTS[question], order: 'verbatim' });
    // Node.js gives an address that stands for a name back as it is, whatever family was asked for.
    const wanted = question === 4 || question === 6 ? question : undefined;
    const addresses = found
      .map(({ address }) => canonicalAddress(address))
      .filter((address) => wanted === undefined || address.includes(':') === (wanted === 6));
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
function canonicalAddress(text: string): string {
  const ipv4 = scanIpv4(text);
  if (ipv4) return printIpv4(ipv4);
  const [address = '', scope] = text.split('%', 2);
  const ipv6 = scanIpv6(address);
  return ipv6 ? printIpv6(ipv6) + (scope === undefined ? '' : `%${scope}`) : text;
}

const COMMAND = { timeout: 2000, maxBuffer: 1024 * 1024, windowsHide: true, encoding: 'utf8' } as const;

function runCommand([command = '', ...parameters]: readonly string[]): Promise<FileText> {
  return new Promise((resolve) => {
    const child = execFile(command, parameters, COMMAND, (error, stdout) => {
      if (error) resolve({ unreadable: `${command} cannot be run (${codeOf(error) ?? 'it failed'})` });
      else resolve({ text: stdout });
    });
    child.stdin?.end();
  });
}
