/**
 * The options of the explorer, for the commands that open it, and what they come to with the configuration file and the
 * environment: an option says more than the file, the file more than the usual.
 */

import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Look } from '../tui/drawing/look.ts';
import { THEME_NAMES, type ThemeName } from '../tui/drawing/themes.ts';
import { KEY_TABLE } from '../tui/keys/key-table.ts';
import type { Habits } from '../tui/first-state.ts';
import { configPath } from './config/config-path.ts';
import type { Config } from './config/read-config.ts';
import { USUAL_SETTINGS } from './config/settings.ts';
import { wantsColor, type ColorChoice } from './output.ts';
import { readWhole } from './read-whole.ts';
import { terminalLook } from './terminal-look.ts';

export interface ExplorerFlags {
  readonly theme?: ThemeName;
  readonly ascii?: boolean;
  readonly mouse: boolean;
  readonly screenReader?: true;
  readonly config?: string;
  readonly color: ColorChoice;
}

export function addExplorerOptions(command: Command): Command {
  return command
    .addOption(new Option('--theme <name>', 'the colours of the explorer').choices(THEME_NAMES))
    .option('--ascii', 'draw the explorer in ASCII only')
    .addOption(new Option('--no-ascii', 'draw it with lines and symbols, whatever the locale').hideHelp())
    .option('--no-mouse', 'leave the mouse to the terminal')
    .option('--screen-reader', 'lines to be read one after the other instead of a screen')
    .option('--config <file>', 'read the settings of the explorer from this file (see rootwalk config)');
}

export interface ExplorerWays {
  readonly look: Look;
  readonly habits: Habits;
  readonly isSpoken: boolean;
}

/** Throws UsageError where the configuration file is wrong. */
export async function explorerWays(
  flags: ExplorerFlags,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExplorerWays> {
  const { settings, keys } = await configOf(flags, environment, signal);
  const wishes = {
    theme: flags.theme ?? settings.theme,
    ascii: flags.ascii ?? settings.ascii,
    hasColor: wantsColor(flags.color, true, environment),
  };
  return {
    look: terminalLook(wishes, environment),
    habits: { keys, hasMouse: flags.mouse && settings.mouse, tab: settings.firstTab },
    isSpoken: flags.screenReader ?? (settings.screenReader || environment['INK_SCREEN_READER'] === 'true'),
  };
}

const LARGEST_CONFIG_MEBIBYTES = 1;

/** The parser is loaded only where there is a file to read. */
export async function configOf(
  { config }: Pick<ExplorerFlags, 'config'>,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Config> {
  const path = config ?? configPath(environment);
  if (config === undefined && !existsSync(path)) return { settings: USUAL_SETTINGS, keys: KEY_TABLE };
  const text = new TextDecoder().decode(await readWhole(path, LARGEST_CONFIG_MEBIBYTES, signal));
  const { readConfig } = await import('./config/read-config.ts');
  return readConfig(text, path);
}
