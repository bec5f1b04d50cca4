/**
 * The tree of the commands: what can be typed. The command line, the completion of shells and the man page are made of it.
 */

import type { Command } from 'commander';
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
import { programHead } from './program-head.ts';

export function programFor(invocation: Invocation): Command {
  const program = programHead();
  addExploreCommand(program, invocation);
  addTraceCommand(program, invocation);
  addCompareCommand(program, invocation);
  addServicesCommand(program, invocation);
  addQueryCommand(program, invocation, async () => (await import('./run-query.ts')).query);
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
