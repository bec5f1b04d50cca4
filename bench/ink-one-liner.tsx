/**
 * The least that a program with Ink does: one line. What the explorer's first frame is measured against.
 */

import { render, Text } from 'ink';

render(<Text>one line</Text>);
