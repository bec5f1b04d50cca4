/**
 * Lines of the view models on the screen: exactly as many rows and columns as the pane has.
 */

import { Box, Text } from 'ink';
import { useContext, type ReactNode } from 'react';
import type { Area } from './layout.ts';
import { LookContext } from './look-context.ts';
import { cutLine, paint, type Line } from './styled-line.ts';

export interface RowsProps {
  readonly lines: readonly Line[];
  readonly area: Area;
}

export function Rows({ lines, area }: RowsProps): ReactNode {
  const look = useContext(LookContext);
  return (
    <Box flexDirection="column" flexShrink={0} width={area.columns} height={area.rows}>
      {lines.slice(0, area.rows).map((line, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place on the screen
        <Text key={row} wrap="truncate">
          {paint(cutLine(line, area.columns), look) || ' '}
        </Text>
      ))}
    </Box>
  );
}
