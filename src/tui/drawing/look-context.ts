/** Hands the look down to where lines are painted, past all panels, which have no use for it. */

import { createContext } from 'react';
import { FIRST_LOOK, type Look } from './look.ts';

export const LookContext = createContext<Look | false>(FIRST_LOOK);
