#!/usr/bin/env node
/**
 * The command's first file: checks the Node version before anything newer is parsed, then hands over. It imports nothing of
 * Node.js, since each import takes time, and an older Node ends in a riddle where it lacks a member.
 */

import { isPlainQuery } from './plain-query.ts';
import { asksForHelp, printPreparedHelp } from './prepared-help.ts';
import type { queryAlone as QueryAlone } from './query-alone.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`rootwalk needs Node.js 22.12 or newer; this is ${process.versions.node}\n`);
  process.exit(2);
}
const words = process.argv.slice(2);
if (!asksForHelp(words) || !printPreparedHelp()) {
  const modules = process.getBuiltinModule('node:module');
  // Compiled once, kept for later runs; where it cannot be kept, nothing is lost.
  modules.enableCompileCache();
  if (isPlainQuery(words)) {
    const load = modules.createRequire(import.meta.url);
    const { queryAlone } = load('./query.cjs') as { readonly queryAlone: typeof QueryAlone };
    await queryAlone(words);
  } else {
    const { wholeProgram } = await import('./whole-program.ts');
    await wholeProgram(words);
  }
}
