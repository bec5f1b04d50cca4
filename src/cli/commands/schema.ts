/**
 * `rootwalk schema [DOCUMENT]`: the JSON Schema of what a command prints as JSON; without a document the list of them.
 */

import type { Command } from 'commander';
import type { Invocation } from '../invocation.ts';
import { outputOf } from '../output.ts';
import { nearest, UsageError } from '../usage-error.ts';

interface SchemaFlags {
  readonly output?: string;
}

export function addSchemaCommand(program: Command, _invocation: Invocation): void {
  program
    .command('schema')
    .description('the JSON Schema of what a command prints as JSON')
    .argument('[document]', 'trace, events, compare, query …; none: the list')
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .action(async (word: string | undefined, flags: SchemaFlags) => {
      const { SCHEMA_NAMES, schemaOf } = await import('../../schemas/documents.ts');
      const output = outputOf({ ...flags, color: 'never' });
      const known = SCHEMA_NAMES.find((name) => name === word);
      if (word !== undefined && !known) throw new UsageError(unknown(word, SCHEMA_NAMES));
      const lines = SCHEMA_NAMES.map((name) => `${name.padEnd(12)}${String(schemaOf(name)['title'])}\n`);
      await output.write(known ? `${JSON.stringify(schemaOf(known), null, 2)}\n` : lines.join(''));
      await output.finish();
    });
}

function unknown(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return `there is no schema "${word}"; ${near ? `did you mean ${near}?` : `there are ${names.join(', ')}`}`;
}
