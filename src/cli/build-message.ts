/**
 * What `rootwalk build` does: composes, breaks, and prints or sends.
 */

import { writePcap } from '../capture/pcap-write.ts';
import { BREAKS, breakNamed } from '../message/breaks/table.ts';
import { printHex } from '../message/hex.ts';
import { NO_SOURCE } from '../render/dissection.ts';
import { realChance } from '../transport/real-machine.ts';
import { framesAround } from './built-layers.ts';
import type { BuildFlags } from './commands/build.ts';
import { DISSECTION_FORMATS, type DissectionFormat } from './commands/dissect.ts';
import { composeMessage } from './compose-message.ts';
import { EXIT } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { outputOf } from './output.ts';
import { sendMessage } from './send-message.ts';
import { show, shown } from './show-dissection.ts';
import { nearest, UsageError } from './usage-error.ts';
import { writeOctets } from './write-octets.ts';

export async function build(
  name: string | undefined,
  type: string | undefined,
  flags: BuildFlags,
  invocation: Invocation,
): Promise<number> {
  if (flags.break.includes('list')) return listBreaks(flags);
  const hasSource = name !== undefined || flags.json !== undefined || flags.zoneText !== undefined;
  const hasRecords = flags.answer.length + flags.authority.length + flags.additional.length > 0;
  if (!hasSource && !hasRecords && flags.opcode === undefined && flags.break.length === 0) {
    throw new UsageError('there is nothing to build: give a name, records, --zone-text or --json');
  }
  const sound = await composeMessage(name, type, flags, () => realChance.integer(0x10000), invocation.signal);
  const octets = flags.break.reduce(broken, sound);
  if (flags.send !== undefined) return sendMessage(octets, flags.send, flags, invocation);
  await print(octets, flags);
  return EXIT.answer;
}

function broken(octets: Uint8Array, name: string): Uint8Array {
  const fault = breakNamed(name.toLowerCase());
  if (!fault) {
    const near = nearest(
      name,
      BREAKS.map((known) => known.name),
    );
    throw new UsageError(
      `there is no fault "${name}"${near ? `; did you mean ${near}?` : ': --break list shows them'}`,
    );
  }
  const result = fault.apply(octets);
  if (!result) throw new UsageError(`--break ${name}: this message has no room for it`);
  return result;
}

async function listBreaks(flags: BuildFlags): Promise<number> {
  const out = outputOf(flags);
  const rows = BREAKS.map(({ name, does, problem }) => ({ name, does, problem }));
  if (flags.format === 'json') {
    await out.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    const columns = Math.max(...rows.map((row) => row.name.length)) + 2;
    for (const row of rows) {
      const problem = out.style.dim(`${' '.repeat(columns)}dissect says: ${row.problem}`);
      await out.write(`${out.style.name(row.name.padEnd(columns))}${row.does}\n${problem}\n`);
    }
  }
  await out.finish();
  return EXIT.answer;
}

async function print(octets: Uint8Array, flags: BuildFlags): Promise<void> {
  const { format = 'hex', output } = flags;
  if (isDissection(format)) {
    const source = { ...NO_SOURCE, kind: 'built' };
    return show([await shown(octets, source, undefined, { ...flags, format })], { ...flags, format });
  }
  if (format === 'raw') return writeOctets(octets, output);
  if (format === 'pcap') return writeOctets(writePcap(framesAround(octets, flags, Date.now())), output);
  const out = outputOf(flags);
  await out.write(`${format === 'hex' ? printHex(octets) : Buffer.from(octets).toString('base64')}\n`);
  return out.finish();
}

function isDissection(format: string): format is DissectionFormat {
  return DISSECTION_FORMATS.some((known) => known === format);
}
