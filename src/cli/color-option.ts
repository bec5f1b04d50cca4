/** `--color`, which every command that prints has; what it comes to is decided in `output.ts`. */

import { Option } from 'commander';

export function colorOption(): Option {
  return new Option('--color <when>', 'colours')
    .choices(['auto', 'always', 'never'])
    .default('auto', 'auto: on a terminal');
}
