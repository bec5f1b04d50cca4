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
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
