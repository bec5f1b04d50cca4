/** All networks of this folder. */

import { ALIASES } from './aliases.ts';
import { GLUE } from './glue.ts';
import { LAME } from './lame.ts';
import type { Network } from './network.ts';
import { PATHS } from './paths.ts';
import { REPLIES } from './replies.ts';

export const NETWORKS: readonly Network[] = [...LAME, ...GLUE, ...ALIASES, ...REPLIES, ...PATHS];
