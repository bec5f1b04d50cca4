/**
 * The lab world that `--lab` means by itself; a file of its own since whoever reads the words loads no lab for it.
 */

export const DEFAULT_WORLD = 'internet';
