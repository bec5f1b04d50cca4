/** REPORT-CHANNEL (RFC 9567): where to tell that something is wrong with a zone. */

import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const REPORT_CHANNEL = optionType({
  mnemonic: 'REPORT-CHANNEL',
  code: 18,
  rfc: 'RFC 9567 5',
  meaning: 'The name below which resolvers report what is wrong with the zone.',
  example: { text: 'agent.example.', hex: '056167656e74076578616d706c6500' },
  fields: [field('agent', domainName, 'the agent domain: a report is a query for a name below it')],
});
