import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, UNSAFE_CHARACTERS } from '../../src/message/printable-text.ts';
import { htmlText } from '../../src/render/html/html-text.ts';
import { codeSpan, proseText } from '../../src/render/markdown-text.ts';
import { mermaidText } from '../../src/render/mermaid-text.ts';
import { traceMermaid } from '../../src/render/trace-mermaid.ts';
import { hostileTraces } from '../support/hostile-trace.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'|`\\*_[]()<>#~&$@:/;%{}"\'-. \nwend39'.split('')) }),
);

describe('text in a Mermaid diagram', () => {
  it('is shown as it was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = mermaidText(text).replaceAll(/#(\d+);/g, (_, code) =>
          String.fromCodePoint(Number(code)),
        );
        expect(shown).toBe(printable(text));
      }),
    );
  });

  it('has nothing that Mermaid knows', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const bare = mermaidText(text).replaceAll(/#\d+;/g, '\0');
        expect(bare).not.toMatch(/[;#%{}<>"`|\\&$@\n[\]~^*+!]/);
        expect(bare).not.toMatch(/\bend\b|wrap:/i);
      }),
    );
  });

  it('stays readable', () => {
    expect(mermaidText('www.example.org. AAAA 2001:db8::1, 9.2 ms')).toBe(
      'www.example.org. AAAA 2001:db8::1, 9.2 ms',
    );
    expect(mermaidText('END; the end#1')).toBe('#69;ND#59; the #101;nd#35;1');
  });
});

describe('a diagram of a very long walk', () => {
  it('is not longer than Mermaid takes, and says what is left out', () => {
    const hostile = hostileTraces['with a system']!;
    const [first] = hostile.hops;
    const name = `${'#;'.repeat(100)}.`;
    const hops = Array.from({ length: 500 }, (_, i) => ({
      ...first!,
      id: i + 1,
      server: { ...first!.server, name, address: `192.0.2.${i}` },
    }));
    const findings = Array.from({ length: 500 }, () => hostile.findings[1]!);
    const comparison = {
      verdict: 'differs',
      findings: Array.from({ length: 500 }, () => hostile.comparison!.findings[0]!),
    } as const;
    const text = traceMermaid({ ...hostile, hops, findings, comparison });
    expect(text.length).toBeLessThan(50_000);
    expect(text).toMatch(/Note over W: and \d+ more queries\n/);
    expect(text).toMatch(/Note over W: and \d+ more notes\n[^]*Note over C: and \d+ more notes\n/);
  });
});

describe('text in Markdown', () => {
  it('leaves no pipe, no line break and nothing unprintable', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const written of [proseText(text), codeSpan(text)]) {
          expect(written).not.toMatch(/[|\n]/);
          expect(written.match(UNSAFE_CHARACTERS)).toBeNull();
        }
      }),
    );
  });

  it('is one code span, whatever backticks are in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const safe = printable(text);
        fc.pre(safe.trim() !== '' && !safe.includes('|'));
        const [, fence, inner] = /^(`+)([^]*?[^`])\1$/.exec(codeSpan(text))!;
        expect(inner).not.toMatch(new RegExp(`(?<!\`)${fence}(?!\`)`));
        // One blank at both ends is taken away (CommonMark 6.1).
        const shown = /^ [^]* $/.test(inner!) ? inner!.slice(1, -1) : inner;
        expect(shown).toBe(safe);
      }),
    );
  });

  it.each([
    ['a *b* _c_ ~~d~~ [e](f)', 'a \\*b\\* \\_c\\_ \\~\\~d\\~\\~ \\[e\\](f)'],
    ['<b>&amp;</b> a|b `c`', '\\<b\\>\\&amp;\\</b\\> a&#124;b \\`c\\`'],
    ['ask @all at www.example.org. now', 'ask `@all` at `www.example.org.` now'],
    ['http://a.example/ (www.b.example)', '`http://a.example/` (`www.b.example`)'],
    ['2001:db8:100::1 and 1 | @x', '`2001:db8:100::1` and 1 &#124; `@x`'],
    ['1. a list', '1\\. a list'],
    ['- a list', '\\- a list'],
    ['2. a', '2\\. a'],
    ['203.0.113.1 is no list', '203.0.113.1 is no list'],
    ['of www.example.org, 120 s', 'of `www.example.org`, 120 s'],
    ['# no heading', '\\# no heading'],
    ['\u001B[2J\u202E', '\\\\u{1B}\\[2J\\\\u{202E}'],
  ])('%j is %j', (text, written) => {
    expect(proseText(text)).toBe(written);
  });
});

describe('text in a page', () => {
  it('has no markup, and is shown as it was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const html = htmlText(text);
        expect(html).not.toMatch(/[<>"'\n]|&(?!(?:amp|lt|gt|quot|#39);)/);
        const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
        expect(html.replaceAll(/&([^;]*);/g, (_, name: string) => names[name]!)).toBe(printable(text));
      }),
    );
  });
});
