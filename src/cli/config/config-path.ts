/**
 * Where the configuration file is: `rootwalk/config.yaml` in the folder that the XDG Base Directory Specification names.
 */

import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export function configPath(environment: NodeJS.ProcessEnv): string {
  const named = environment['XDG_CONFIG_HOME'] ?? '';
  // The specification: a relative path is invalid and to be ignored.
  const folder = isAbsolute(named) ? named : join(environment['HOME'] || homedir(), '.config');
  return join(folder, 'rootwalk', 'config.yaml');
}
