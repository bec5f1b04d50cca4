/**
 * A document as YAML 1.2: the members of its JSON, for people to read. Readers of YAML 1.1 understand it alike, and what
 * could steer a terminal is written as an escape. Loaded only where YAML is asked for.
 */

import { Document, isScalar, Scalar, visit } from 'yaml';
import { UNSAFE_CHARACTERS } from '../message/printable-text.ts';

export function yamlText(document: unknown): string {
  // Without `undefined` and everything else that JSON does not have.
  const made = new Document(JSON.parse(JSON.stringify(document)), {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  visit(made, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === 'string' && isUnsafe(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // Long lines stay whole: what is quoted would otherwise be folded, and an octet string is no prose.
  const text = made.toString({ lineWidth: 0 });
  return text.replace(UNSAFE_CHARACTERS, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function isUnsafe(text: string): boolean {
  return text.search(UNSAFE_CHARACTERS) >= 0;
}

/** In double quotes only (YAML 1.2.2 5.7). */
function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
