/**
 * `rootwalk build …`: compose a message, also a deliberately broken one; print it, or send it and dissect the reply.
 */

import { Option, type Command } from 'commander';
import type { Invocation } from '../invocation.ts';
import { labOption } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';
import { addShowOptions, DISSECTION_FORMATS, type DissectionFormat, type ShowFlags } from './dissect.ts';

const BUILD_FORMATS = ['hex', 'base64', 'raw', 'pcap', ...DISSECTION_FORMATS] as const;

export interface BuildFlags extends Omit<ShowFlags, 'format'> {
  readonly id?: string;
  readonly flags?: string;
  readonly opcode?: string;
  readonly rcode?: string;
  readonly class?: string;
  readonly answer: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
  readonly edns?: true;
  readonly ednsVersion?: number;
  readonly bufsize?: number;
  readonly do?: true;
  readonly option: readonly string[];
  readonly zoneText?: string;
  readonly json?: string;
  readonly break: readonly string[];
  readonly send?: string;
  readonly timeout: number;
  readonly lab?: string;
  readonly format?: (typeof BUILD_FORMATS)[number] | DissectionFormat;
}

export function addBuildCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('build')
    .description(
      'compose a message, also a deliberately broken one; print it, or send it and dissect the reply',
    )
    .argument('[name]', 'the name to ask for')
    .argument('[type]', 'A (default), AAAA, MX …')
    .option('--id <number>', 'the ID, decimal or 0x…; random by default')
    .option(
      '--flags <names>',
      'exactly these flags, such as qr,aa,rd; "" for none (a query: rd, a response: qr)',
    )
    .option('--opcode <name>', 'QUERY (default), NOTIFY, UPDATE … or a number')
    .option(
      '--rcode <name>',
      'NOERROR (default), NXDOMAIN … or a number; above 15 it needs EDNS and brings it',
    )
    .option('--class <class>', 'the class of the question: IN (default), CH …')
    .addOption(recordOption('--answer <record>', 'a zone-file line for the answer section'))
    .addOption(recordOption('--authority <record>', 'one for the authority section'))
    .addOption(recordOption('--additional <record>', 'one for the additional section'))
    .option('--edns', 'with EDNS, which the next four options bring too')
    .option('--edns-version <n>', 'its version (0)', wholeNumber(0, 255))
    .option('--bufsize <octets>', 'the largest UDP payload that is taken (1232)', wholeNumber(0, 65535))
    .option('--do', 'DNSSEC records wanted')
    .addOption(recordOption('--option <option>', 'an EDNS option: CODE:HEX, NAME or NAME:VALUE'))
    .option(
      '--zone-text <file>',
      'start from zone-file lines with section marks, as dig and dissect print them',
    )
    .option('--json <file>', 'start from JSON as dissect prints it, edited or not')
    .addOption(recordOption('--break <fault>', 'break it so; --break list shows the faults'))
    .option('--send <@server>', 'send it to ADDRESS, ADDRESS#PORT or a name, and dissect the reply')
    .option('--timeout <ms>', 'how long to wait for the reply', wholeNumber(10, 600_000), 5000)
    .addOption(labOption())
    .addOption(
      new Option('-f, --format <format>', 'how to print it (hex), or the reply (text)').choices(
        BUILD_FORMATS,
      ),
    );
  addShowOptions(command).action(
    async (name: string | undefined, type: string | undefined, flags: BuildFlags) => {
      const { build } = await import('../build-message.ts');
      invocation.status = await build(name, type, flags, invocation);
    },
  );
}

/** An option that may stand more than once. */
function recordOption(flags: string, description: string): Option {
  const gather = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
  const option = new Option(flags, `${description}; repeatable`).argParser(gather).default([]);
  option.defaultValueDescription = 'none';
  return option;
}
