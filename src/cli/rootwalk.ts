#!/usr/bin/env node
/**
 * The command's first file: checks the Node version before anything newer is parsed, then hands over.
 */

// An older Node has no such member, and a named import of it would end in a riddle.
import * as modules from 'node:module';
import { isPlainQuery } from './plain-query.ts';
import { asksForHelp, printPreparedHelp } from './prepared-help.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`rootwalk needs Node.js 22.12 or newer; this is ${process.versions.node}\n`);
  process.exit(2);
}
const words = process.argv.slice(2);
if (!asksForHelp(words) || !printPreparedHelp()) {
  // Compiled once, kept for later runs; where it cannot be kept, nothing is lost.
  modules.enableCompileCache();
  if (isPlainQuery(words)) {
    const load = modules.createRequire(import.meta.url);
    const { queryAlone } = load('./query.cjs') as typeof import('./query-alone.ts');
    await queryAlone(words);
  } else {
    const { wholeProgram } = await import('./whole-program.ts');
    await wholeProgram(words);
  }
}
