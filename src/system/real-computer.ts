/**
 * The computer port over the machine itself: the C library and c-ares through node:dns, the file system, and
 * the few commands that say what files do not. The C library's calls cannot be cancelled: who asks must be
 * ready to stop waiting. node:dns is loaded with the first question: loading it already reads resolv.conf, and
 * would wait for ever for a pipe in its place.
 */

import { execFile } from 'node:child_process';
import type { LookupAllOptions } from 'node:dns';
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
    libraryServers: async () => (await import('node:dns')).getServers(),
    run: runCommand,
    hasSource: hasSourceModule,
    hostname: hostname(),
    platform: platform(),
    environment,
  };
}

const FAMILIES = { 4: 4, 6: 6, any: 0, configured: 0, mapped: 6 } as const;
const HINTS: Partial<Readonly<Record<AddressQuestion, 'ADDRCONFIG' | 'V4MAPPED'>>> = {
  configured: 'ADDRCONFIG',
  mapped: 'V4MAPPED',
};

async function lookUpAddresses(name: string, question: AddressQuestion): Promise<AddressLookup> {
  const dns = await import('node:dns');
  const hint = HINTS[question];
  const hints = hint === undefined ? 0 : dns[hint];
  const options = { all: true, order: 'verbatim', family: FAMILIES[question], hints } as const;
  try {
    const found = await dns.promises.lookup(name, options satisfies LookupAllOptions);
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
  const { lookupService } = await import('node:dns/promises');
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
