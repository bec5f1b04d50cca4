#!/usr/bin/env node
/**
 * The command's first file: checks the Node version before anything newer is parsed, then hands over.
 */

// An older Node has no such member, and a named import of it would end in a riddle.
import * as modules from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`rootwalk needs Node.js 22.12 or newer; this is ${process.versions.node}\n`);
  process.exit(2);
}
// Compiled once, kept for later runs; where it cannot be kept, nothing is lost.
modules.enableCompileCache();
const words = process.argv.slice(2);
if (words[0] === 'query') {
  const alone = modules.createRequire(import.meta.url)('./query.cjs') as typeof import('./query-alone.ts');
  await alone.queryAlone(words);
} else {
  const { wholeProgram } = await import('./whole-program.ts');
  await wholeProgram(words);
}
