/**
 * A computer and a name server made of plain data, for the tests of the system room.
 */

import { typeName } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import type { EdnsOption } from '../../src/message/edns.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Computer } from '../../src/system/computer.ts';
import type { Exchange, ExchangeRequest, ExchangeResult } from '../../src/transport/exchange.ts';

export interface Pretended {
  readonly files?: Readonly<Record<string, string>>;
  readonly hostname?: string;
  readonly environment?: Computer['environment'];
  readonly platform?: string;
  readonly links?: Readonly<Record<string, string>>;
  /** What commands print, by their words. */
  readonly commands?: Readonly<Record<string, string>>;
  readonly libraryServers?: readonly string[];
  /** The sources that are installed; not known where this is missing. */
  readonly installed?: readonly string[];
  /** What c-ares says, by name and type; silent about others, and about all without a word where this is missing. */
  readonly library?: Readonly<Record<string, readonly string[]>>;
  /** What getaddrinfo and getnameinfo say, by what they are asked. */
  readonly says?: Readonly<Record<string, readonly string[] | string>>;
}

export function pretendComputer({
  files = {},
  hostname = 'pc',
  environment = {},
  says = {},
  platform = 'linux',
  links = {},
  commands = {},
  library,
  installed,
  libraryServers = [],
}: Pretended): Computer {
  const answer = (asked: string): { found: readonly string[]; error: string | null } => {
    const said = says[asked] ?? 'no such name';
    return typeof said === 'string' ? { found: [], error: said } : { found: said, error: null };
  };
  return {
    hostname,
    environment,
    platform,
    linkTarget: async (path) => links[path],
    run: async (command) => {
      const text = commands[command.join(' ')];
      return text === undefined ? { unreadable: `${command[0]} cannot be run (ENOENT)` } : { text };
    },
    libraryServers: async () => libraryServers,
    hasSource: async (source) => installed?.includes(source),
    resolve: (name, type, signal) =>
      new Promise((resolve) => {
        if (!library) return resolve(undefined);
        const values = library[`${name} ${typeName(type)}`];
        const servers = ['192.0.2.53'];
        if (values) resolve({ servers, values, error: null });
        signal.addEventListener('abort', () => resolve({ servers, values: [], error: 'not waited for' }));
      }),
    readFile: async (path) => (files[path] === undefined ? { missing: true } : { text: files[path] }),
    lookup: async (name, family) => {
      const { found, error } = answer(`${name} ${family}`);
      return { addresses: found, error };
    },
    reverse: async (address) => {
      const { found, error } = answer(address);
      return { names: found, error };
    },
  };
}

export interface Reply {
  readonly rcode?: number;
  readonly tc?: boolean;
  readonly answers?: readonly string[];
  /** Options of the reply's EDNS. */
  readonly options?: readonly EdnsOption[];
}

/** An exchange that answers by a function of the query; undefined is silence. */
export function pretendExchange(
  reply: (query: Message, request: ExchangeRequest) => Reply | undefined,
): Exchange & { readonly requests: ExchangeRequest[] } {
  const requests: ExchangeRequest[] = [];
  const exchange = async (request: ExchangeRequest): Promise<ExchangeResult> => {
    requests.push(request);
    const facts = { elapsedMs: 1, rejected: [], bytesSent: request.query.length, bytesReceived: 0 };
    const query = decode(request.query);
    const said = reply(query, request);
    if (!said) return { ...facts, kind: 'timeout', aborted: false, detail: 'silent' };
    const header = { ...query.header, qr: true, ra: true, rcode: said.rcode ?? 0, tc: said.tc ?? false };
    const answers = (said.answers ?? []).map((line) => scanRecord(line));
    const edns = query.edns && { ...query.edns, options: said.options ?? [] };
    const octets = encode({ ...query, header, answers, ...(edns ? { edns } : {}) });
    return { ...facts, kind: 'reply', octets, message: decode(octets) };
  };
  return Object.assign(exchange, { requests });
}
