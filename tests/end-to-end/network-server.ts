/**
 * A program: the servers of one network of tests/networks, by its name. Prints one line when all its sockets are bound.
 */

import { serve } from '../networks/serve.ts';
import { NETWORKS } from '../networks/table.ts';

await serve(NETWORKS.find(({ name }) => name === process.argv[2])!);
console.log('listening');
