/** A resolver's reply and a walk to hold it against, for tests of the comparison. */

import type { Walked } from '../../src/compare/circumstances.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Ending } from '../../src/resolver/events.ts';
import type { ServerAnswer } from '../../src/system/system-answer.ts';

/** NOERROR without records, as a resolver says it. */
export const RESOLVER: ServerAnswer = {
  server: '192.0.2.53#53',
  role: 'listed',
  from: { file: '/etc/resolv.conf', line: 1, text: 'nameserver 192.0.2.53' },
  isLocal: false,
  program: null,
  name: 'www.example.com.',
  outcome: 'reply',
  detail: '',
  transport: 'udp',
  rcode: 0,
  flags: ['qr', 'rd', 'ra'],
  answers: [],
  authorities: [],
  extendedErrors: [],
  identity: { nsid: null, version: null, id: null },
  unchecked: null,
  rttMs: 5,
  queries: 1,
};

/** A walk that ended with these records, or without any in NXDOMAIN. */
export function walkedTo(...lines: string[]): Walked {
  const answers = lines.map((line) => scanRecord(line));
  const rest = { reason: null, message: '', aliases: [], negativeTtl: null, zone: 'example.com.', answers };
  const isFound = lines.length > 0;
  const ending: Ending = { ...rest, status: isFound ? 'answer' : 'nxdomain', rcode: isFound ? 0 : 3 };
  return { ending, authorities: [], isIpv6OutOfReach: false };
}
