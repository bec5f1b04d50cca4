/** Builds the command once before the tests that run it. */

import { execFileSync } from 'node:child_process';

export default function setup(): void {
  execFileSync(process.execPath, ['build.ts'], { stdio: 'inherit' });
}
