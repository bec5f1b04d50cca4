/**
 * The program without its commands: its name, its own options, and what stands before and behind its help.
 */

import { Command } from 'commander';
import { VERSION } from './version.ts';

const AFTER_HELP = `
Without a command the name is explored. To try it without a network:
  rootwalk www.example.org --lab

Exit status: 0 answer, 2 usage or unreadable input, 3 no such name, 4 no such
type, 5 the servers failed or refused, 6 nobody replied, 8 an expectation did
not hold, 1 a bug in rootwalk; ended by a signal: 130 SIGINT (Ctrl-C),
143 SIGTERM, 129 SIGHUP.`;

export function programHead(): Command {
  return new Command('rootwalk')
    .description('Walks from the DNS root to the answer and shows every hop beside what this computer says.')
    .usage('[options] [NAME [TYPE] | COMMAND]')
    .version(VERSION, '-V, --version')
    .addHelpText('after', AFTER_HELP)
    .showSuggestionAfterError();
}
