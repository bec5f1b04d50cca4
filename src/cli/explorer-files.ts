/**
 * The files that the explorer writes: whole or not at all, and never over another one unasked.
 */

import { lstat } from 'node:fs/promises';
import type { WriteFile } from '../tui/wish/grant.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

export const writeFile: WriteFile = async (path, content, { mayReplace }) => {
  try {
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (isThere && !mayReplace) return 'exists';
    await writeWhole(Buffer.from(content), path);
    return 'written';
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  }
};
