/**
 * `rootwalk config`: where the settings of the explorer stand, and a file of them to begin with.
 */

import { Option, type Command } from 'commander';
import { configPath } from '../config/config-path.ts';
import { outputOf } from '../output.ts';
import { UsageError } from '../usage-error.ts';

interface ConfigFlags {
  readonly print?: true;
  readonly path?: true;
  readonly output?: string;
}

export function addConfigCommand(program: Command): void {
  program
    .command('config')
    .description('the settings of the explorer: theme, mouse, keys …')
    .option('--print', 'print a file with all settings and what they are without one')
    .addOption(new Option('--path', 'print where the file belongs').conflicts('print'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .action(async ({ print, path, output: into }: ConfigFlags) => {
      if (!print && !path)
        throw new UsageError(
          'config needs --print (a file to begin with) or --path (where it belongs): rootwalk config --print -o FILE',
        );
      const output = outputOf({ color: 'never', ...(into === undefined ? {} : { output: into }) });
      const { configTemplate } = await import('../config/config-template.ts');
      await output.write(print ? configTemplate() : `${configPath(process.env)}\n`);
      await output.finish();
    });
}
