/**
 * c-ares, the resolver library of Node.js (`dns.resolve`), as another voice: it finds its name servers by
 * itself, on macOS and Windows from the system's own settings, and reads no hosts file.
 */

import type { Resolver } from 'node:dns/promises';
import type { MxRecord, SoaRecord, SrvRecord } from 'node:dns';
import { typeName } from '../message/codes.ts';
import type { LibraryLookup } from './computer.ts';
import { NO_SERVER_ANSWERED, NO_SUCH_NAME, serverFailure } from './lookup-errors.ts';
import { codeOf } from './real-files.ts';

const TIMEOUT_MS = 1500;

/** Ends at once when `signal` says so; nothing is left behind that would keep the process alive. */
export async function resolveByLibrary(
  name: string,
  type: number,
  signal: AbortSignal,
): Promise<LibraryLookup | undefined> {
  const ask = QUESTIONS[typeName(type)];
  if (!ask || signal.aborted) return undefined;
  const library = await import('node:dns/promises');
  const resolver = new library.Resolver({ timeout: TIMEOUT_MS, tries: 1 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const servers = resolver.getServers();
  try {
    return { servers, values: await ask(resolver, name), error: null };
  } catch (error) {
    const code = codeOf(error) ?? '';
    return { servers, values: [], error: WORDS[code] ?? `c-ares failed (${code})` };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: NO_SUCH_NAME,
  ENODATA: 'no such record',
  ESERVFAIL: serverFailure('SERVFAIL'),
  EREFUSED: serverFailure('REFUSED'),
  ENOTIMP: serverFailure('NOTIMP'),
  EFORMERR: serverFailure('FORMERR'),
  ECONNREFUSED: NO_SERVER_ANSWERED,
  ETIMEOUT: NO_SERVER_ANSWERED,
  ECANCELLED: 'not waited for',
  EBADRESP: 'the reply could not be read',
  EBADNAME: 'the name cannot be asked for',
};

/** The types that Node.js gives as plain values, and how these are written in a zone file. */
const QUESTIONS: Readonly<Record<string, (resolver: Resolver, name: string) => Promise<string[]>>> = {
  A: (resolver, name) => resolver.resolve4(name),
  AAAA: (resolver, name) => resolver.resolve6(name),
  CNAME: async (resolver, name) => (await resolver.resolveCname(name)).map(absolute),
  NS: async (resolver, name) => (await resolver.resolveNs(name)).map(absolute),
  PTR: async (resolver, name) => (await resolver.resolvePtr(name)).map(absolute),
  MX: async (resolver, name) => (await resolver.resolveMx(name)).map(mailText),
  SRV: async (resolver, name) => (await resolver.resolveSrv(name)).map(serviceText),
  SOA: async (resolver, name) => [authorityText(await resolver.resolveSoa(name))],
};

const absolute = (name: string): string => (name.endsWith('.') ? name : `${name}.`);
const mailText = ({ priority, exchange }: MxRecord): string => `${priority} ${absolute(exchange)}`;
const serviceText = ({ priority, weight, port, name }: SrvRecord): string =>
  `${priority} ${weight} ${port} ${absolute(name)}`;

function authorityText({ nsname, hostmaster, serial, refresh, retry, expire, minttl }: SoaRecord): string {
  return `${absolute(nsname)} ${absolute(hostmaster)} ${serial} ${refresh} ${retry} ${expire} ${minttl}`;
}
