#!/usr/bin/env node
/**
 * The command's first file: checks the Node version before anything newer is parsed, then hands over.
 */

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`rootwalk needs Node.js 22.12 or newer; this is ${process.versions.node}\n`);
  process.exit(2);
}
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
