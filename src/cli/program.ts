/**
 * The tree of the commands: what can be typed. The command line, the completion of shells and the man page are made of it.
 */

import { Command } from 'commander';
import { addBuildCommand } from './commands/build.ts';
import { addCheckCommand } from './commands/check.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDiffCommand } from './commands/diff.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addDissectCommand } from './commands/dissect.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addExploreCommand } from './commands/explore.ts';
import { addLabCommand } from './commands/lab.ts';
import { addOpenCommand } from './commands/open.ts';
import { addQueryCommand } from './commands/query.ts';
import { addSchemaCommand } from './commands/schema.ts';
import { addServicesCommand } from './commands/services.ts';
import { addTraceCommand } from './commands/trace.ts';
import { addCompletionCommand } from './commands/completion.ts';
import type { Invocation } from './invocation.ts';
import { VERSION } from './version.ts';

const AFTER_HELP = `
Without a command the name is explored. To try it without a network:
  rootwalk www.example.org --lab

Exit status: 0 answer, 2 usage or unreadable input, 3 no such name, 4 no such
type, 5 the servers failed or refused, 6 nobody replied, 8 an expectation did
not hold, 1 a bug in rootwalk; ended by a signal: 130 SIGINT (Ctrl-C),
143 SIGTERM, 129 SIGHUP.`;

export function programFor(invocation: Invocation): Command {
  const program = new Command('rootwalk')
    .description('Walks from the DNS root to the answer and shows every hop beside what this computer says.')
    .usage('[options] [NAME [TYPE] | COMMAND]')
    .version(VERSION, '-V, --version')
    .addHelpText('after', AFTER_HELP)
    .showSuggestionAfterError();
  addExploreCommand(program, invocation);
  addTraceCommand(program, invocation);
  addCompareCommand(program, invocation);
  addServicesCommand(program, invocation);
  addQueryCommand(program, invocation);
  addCheckCommand(program, invocation);
  addOpenCommand(program, invocation);
  addDiffCommand(program, invocation);
  addExplainCommand(program, invocation);
  addDissectCommand(program, invocation);
  addBuildCommand(program, invocation);
  addLabCommand(program, invocation);
  addSchemaCommand(program, invocation);
  addConfigCommand(program);
  addCompletionCommand(program);
  return program;
}
