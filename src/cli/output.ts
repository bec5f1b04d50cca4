/**
 * The two streams of the command: data to stdout or a file, everything else to stderr. A reader that goes away (`| head`)
 * ends the command quietly; a file appears whole or not at all.
 */

import { coloured, plain, type Style } from '../render/style.ts';
import { writeWhole } from './write-whole.ts';

export interface Output {
  readonly style: Style;
  /** The width of the terminal that it goes to; undefined where it goes elsewhere. */
  readonly columns?: number;
  /** Resolves when the text is handed over, so that output never outruns its reader. */
  write(content: string | Uint8Array): Promise<void>;
  /** Makes a file complete; to be called once, when all is written. */
  finish(): Promise<void>;
}

export interface OutputFlags {
  readonly output?: string;
  readonly color: ColorChoice;
}

export type ColorChoice = 'auto' | 'always' | 'never';

/** NO_COLOR and FORCE_COLOR decide where `auto` would look at the terminal (no-color.org, force-color.org). */
export function wantsColor(
  choice: ColorChoice,
  isTerminal: boolean,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}

/** Stdout, or the file of `-o`. */
export function outputOf({ output, color }: OutputFlags): Output {
  return output === undefined ? streamOutput(process.stdout, color) : fileOutput(output, color);
}

function streamOutput(stream: NodeJS.WriteStream, choice: ColorChoice): Output {
  return {
    style: wantsColor(choice, stream.isTTY, process.env) ? coloured : plain,
    ...(stream.isTTY && stream.columns > 0 ? { columns: stream.columns } : {}),
    write: (content) => new Promise((done) => void stream.write(content, () => done())),
    finish: async () => {},
  };
}

/** Collects in memory and writes at the end, so that a run that fails leaves the old file as it was. */
function fileOutput(path: string, choice: ColorChoice): Output {
  const pieces: Buffer[] = [];
  return {
    style: choice === 'always' ? coloured : plain,
    write: async (content) => void pieces.push(Buffer.from(content)),
    finish: () => writeWhole(Buffer.concat(pieces), path),
  };
}
