import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiDocument } from '../../docs/api-document.ts';
import { manDocument } from '../../docs/man-document.ts';
import { documents, GENERATE_COMMAND } from '../../src/explain/documents.ts';
import { keysDocument } from '../../src/tui/keys/keys-document.ts';

const all = [...documents(), keysDocument(), apiDocument(), manDocument()];

describe('generated documentation', () => {
  it.each(all.map(({ file, text }) => [file, text] as const))(
    `docs/%s is what the tables say (else run: ${GENERATE_COMMAND})`,
    (file, text) => {
      // Compared as one value: a difference of thousands of lines helps nobody.
      expect(readFileSync(`docs/${file}`, 'utf8') === text).toBe(true);
    },
  );

  it('has one document for each file, all with the note that it is generated', () => {
    expect(new Set(all.map(({ file }) => file)).size).toBe(all.length);
    for (const { text } of all) {
      expect(text).toContain(GENERATE_COMMAND);
      // Markdown, or a man page.
      expect(text).toMatch(/^(# \S|\.\\")/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });
});
