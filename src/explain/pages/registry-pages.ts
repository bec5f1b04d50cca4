/**
 * Pages for what is a number, a name and a sentence in a registry of IANA.
 */

import { typeCode, typeMnemonics } from '../../message/codes.ts';
import { HEADER_FLAGS } from '../../message/header.ts';
import { CLASSES } from '../../message/registry/classes.ts';
import {
  DIGEST_TYPES,
  NSEC3_HASHES,
  ZONEMD_HASHES,
  ZONEMD_SCHEMES,
} from '../../message/registry/digest-types.ts';
import { DNSSEC_ALGORITHMS } from '../../message/registry/dnssec-algorithms.ts';
import { EXTENDED_ERRORS } from '../../message/registry/extended-errors.ts';
import { EDNS_FLAGS, type EdnsFlag } from '../../message/registry/flags.ts';
import {
  CERT_TYPES,
  SSHFP_ALGORITHMS,
  SSHFP_FINGERPRINTS,
  TLSA_MATCHINGS,
  TLSA_SELECTORS,
  TLSA_USAGES,
} from '../../message/registry/key-and-certificate-numbers.ts';
import { OPCODES } from '../../message/registry/opcodes.ts';
import { QUESTION_TYPES } from '../../message/registry/question-types.ts';
import { RCODES } from '../../message/registry/rcodes.ts';
import type { RegisteredCode } from '../../message/registry/registered-code.ts';
import { SVCB_KEYS } from '../../message/registry/svcb-keys.ts';
import { RECORD_TYPES } from '../../message/records/table.ts';
import type { Part } from '../drawing.ts';
import { page, type GroupId, type Page } from '../page.ts';

export function registryPages(): Page[] {
  return [
    ...flagPages(),
    ...OPCODES.map((row) =>
      registryPage('opcode', row, ['HEADER'], {
        text: `a query with opcode ${row.mnemonic}: the second word of the header`,
        hex: hexOf(row.code << 11, 2),
      }),
    ),
    ...RCODES.map((row) => registryPage('rcode', row, ['HEADER'], rcodeExample(row))),
    ...CLASSES.map((row) =>
      registryPage('class', row, ['RECORD'], { text: `class ${row.mnemonic}`, hex: hexOf(row.code, 2) }),
    ),
    ...layoutlessTypePages(),
    ...EXTENDED_ERRORS.map((row) =>
      registryPage('extended-error', row, ['EDE', 'OPT RECORD'], {
        text: `EDE ${row.code} ""`,
        hex: `000f0002${hexOf(row.code, 2)}`,
      }),
    ),
    ...NUMBERS.flatMap((numbers) => numbers.table.map((row) => numberPage(row, numbers))),
  ];
}

/** The words that lead to a number of a registry: `RCODE3`. */
const NUMBERED: Readonly<Partial<Record<GroupId, string>>> = {
  opcode: 'OPCODE',
  rcode: 'RCODE',
  class: 'CLASS',
  type: 'TYPE',
  'extended-error': 'EDE',
};

type Example = NonNullable<Page['example']>;

function registryPage(
  group: GroupId,
  { code, mnemonic, meaning, rfc }: RegisteredCode,
  see: readonly string[],
  example: Example,
): Page {
  const keys = [`${NUMBERED[group]}${code}`];
  return page({ group, name: mnemonic, number: code, meaning, rfc, keys, see, example });
}

/** Four bits are in the header, the others in the OPT record. */
function rcodeExample({ code, mnemonic }: RegisteredCode): Example {
  if (code < 16) {
    const text = `a response with ${mnemonic}: the second word of the header`;
    return { text, hex: hexOf(0x8000 | code, 2) };
  }
  const text = `${mnemonic}: RCODE ${code & 15} in the header, extended RCODE ${code >> 4} in the TTL of the OPT record`;
  return { text, hex: hexOf(code >> 4, 1).padEnd(8, '0') };
}

function hexOf(value: number, octets: number): string {
  return value.toString(16).padStart(2 * octets, '0');
}

function flagPages(): Page[] {
  const header = HEADER_FLAGS.map((flag) =>
    flagPage(flag, 'the second 16-bit word of the header', ['HEADER']),
  );
  const edns = EDNS_FLAGS.map((flag) =>
    flagPage(flag, 'the flags of EDNS, the lower half of the TTL of the OPT record', ['OPT RECORD', 'EDNS']),
  );
  return [...header, ...edns];
}

function flagPage(flag: EdnsFlag, place: string, see: readonly string[]): Page {
  const name = flag.name.toUpperCase();
  return page({
    group: 'flag',
    name,
    meaning: sentence(flag.means),
    rfc: flag.rfc,
    more: [`Bit ${flag.bit} of ${place}.`],
    parts: bitsAround(flag.bit, name),
    example: { text: `${name} alone is set`, hex: hexOf(0x8000 >> flag.bit, 2) },
    see,
  });
}

function bitsAround(bit: number, name: string): Part[] {
  return [
    { name: '', bits: bit },
    { name, bits: 1 },
    { name: '', bits: 15 - bit },
  ];
}

/** Types that can be asked for and have no file of their own. */
function layoutlessTypePages(): Page[] {
  const laidOut = new Set<number>(RECORD_TYPES.map(({ code }) => code));
  const codes = new Map<number, RegisteredCode>(QUESTION_TYPES.map((row) => [row.code, row]));
  for (const mnemonic of typeMnemonics()) {
    const code = typeCode(mnemonic)!;
    if (!codes.has(code))
      codes.set(code, { code, mnemonic, meaning: 'A type without a known layout.', rfc: '' });
  }
  return [...codes.values()]
    .filter((row) => !laidOut.has(row.code))
    .map((row) => {
      const example = { text: `type ${row.mnemonic}`, hex: hexOf(row.code, 2) };
      return registryPage('type', row, ['QUESTION'], example);
    });
}

interface Numbers {
  readonly table: readonly RegisteredCode[];
  /** What a number of it is called, also in front of the number: `DNSSEC algorithm 13`. */
  readonly kind: string;
  /** The types that carry it. */
  readonly of: readonly string[];
  /** How long it is on the wire, one octet where nothing is said. */
  readonly octets?: number;
  /** Shorter ways to say the kind. */
  readonly words: readonly string[];
}

const NUMBERS: readonly Numbers[] = [
  {
    table: DNSSEC_ALGORITHMS,
    kind: 'DNSSEC algorithm',
    of: ['DNSKEY', 'DS', 'RRSIG', 'CDS', 'CDNSKEY'],
    words: ['algorithm', 'alg'],
  },
  { table: DIGEST_TYPES, kind: 'DS digest type', of: ['DS', 'CDS'], words: ['digest type', 'digest'] },
  { table: NSEC3_HASHES, kind: 'NSEC3 hash', of: ['NSEC3', 'NSEC3PARAM'], words: [] },
  { table: ZONEMD_SCHEMES, kind: 'ZONEMD scheme', of: ['ZONEMD'], words: [] },
  { table: ZONEMD_HASHES, kind: 'ZONEMD hash', of: ['ZONEMD'], words: [] },
  { table: SSHFP_ALGORITHMS, kind: 'SSHFP algorithm', of: ['SSHFP'], words: [] },
  { table: SSHFP_FINGERPRINTS, kind: 'SSHFP fingerprint', of: ['SSHFP'], words: [] },
  { table: TLSA_USAGES, kind: 'TLSA usage', of: ['TLSA', 'SMIMEA'], words: ['usage'] },
  { table: TLSA_SELECTORS, kind: 'TLSA selector', of: ['TLSA', 'SMIMEA'], words: ['selector'] },
  { table: TLSA_MATCHINGS, kind: 'TLSA matching type', of: ['TLSA', 'SMIMEA'], words: ['matching type'] },
  { table: CERT_TYPES, kind: 'CERT type', of: ['CERT'], octets: 2, words: ['certificate type'] },
  {
    table: SVCB_KEYS,
    kind: 'service parameter',
    of: ['SVCB', 'HTTPS'],
    octets: 2,
    words: ['SVCB key', 'SvcParamKey'],
  },
];

function numberPage(row: RegisteredCode, { kind, of, words, octets = 1 }: Numbers): Page {
  const { code, mnemonic, meaning, rfc } = row;
  const spoken = [kind, ...words].flatMap((word) => [`${word} ${code}`, `${word} ${mnemonic}`]);
  return page({
    group: 'number',
    kind,
    name: mnemonic,
    number: code,
    keys: kind === 'service parameter' ? [...spoken, `key${code}`] : spoken,
    meaning,
    more: [`${capital(kind)} ${code}, in records of type ${of.join(', ')}.`],
    rfc,
    example: { text: `${kind} ${code}`, hex: hexOf(code, octets) },
    see: of,
  });
}

function sentence(text: string): string {
  return `${capital(text)}${text.endsWith('.') ? '' : '.'}`;
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
