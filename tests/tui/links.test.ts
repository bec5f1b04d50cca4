/** The names and addresses in texts: which they are, what is asked for them, and going from one to the other. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, paint, hanging, type Line } from '../../src/tui/drawing/styled-line.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { messageLines } from '../../src/tui/detail/message-lines.ts';
import { readingLines } from '../../src/tui/detail/reading-lines.ts';
import { knownNames } from '../../src/tui/links/known-names.ts';
import {
  chosenLink,
  followedLink,
  linkAt,
  linkWords,
  withChosenLink,
} from '../../src/tui/links/link-choice.ts';
import { linkFooterLine } from '../../src/tui/links/link-footer.ts';
import { linksIn } from '../../src/tui/links/links.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { chosenEntry, type ExplorerState } from '../../src/tui/state.ts';
import { begun, pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const answered = walked(events);
const NAMES = [
  'www.example.com.',
  'ns1.example.com.',
  'edge.example.net.',
  'com.',
  '1.2.0.192.in-addr.arpa.',
];
const KNOWN = { names: new Set(NAMES), aliasTargets: new Set(['edge.example.net.']) };

/** What is asked for each link in the lines. */
function questions(lines: readonly Line[], columns = 200, known = KNOWN): string[] {
  return linksIn(lines, columns, known, 'AAAA').map(({ question }) => linkWords(question));
}

test.each([
  ['www.example.com. 300 IN CNAME edge.example.net.', ['www.example.com. CNAME', 'edge.example.net. AAAA']],
  ['www.example.com. IN A', ['www.example.com. A']],
  ['what is missing: ns1.example.com. TXT.', ['ns1.example.com. TXT']],
  ['www.example.com. 300 IN RRSIG MX 8 3 300', ['www.example.com. MX']],
  ['Ns1.Example.COM. 192.0.2.53 (glue), udp', ['Ns1.Example.COM. A', '192.0.2.53']],
  ['served by com., ns1.example.com.; no address', ['com. A', 'ns1.example.com. A']],
  ['"ns1.example.com." (www.example.com.)', ['ns1.example.com. A', 'www.example.com. A']],
  ['10.9.8.7 www.example.com  # staging', ['10.9.8.7', 'www.example.com. A']],
  ['asks it at 192.0.2.1.', ['192.0.2.1']],
  [
    '192.0.2.1#53 192.0.2.2:5353 [2001:db8::1]:53 2001:db8::2',
    ['192.0.2.1', '192.0.2.2', '2001:db8::1', '2001:db8::2'],
  ],
  ['ipv4hint=192.0.2.1,192.0.2.2', ['192.0.2.1', '192.0.2.2']],
  ['1.2.0.192.in-addr.arpa.', ['1.2.0.192.in-addr.arpa. PTR']],
  ['www.example.com. is in com. only', ['www.example.com. A', 'com. A']],
  ['other.example. need not know. See RFC 1035 4.2.2. or com', []],
  ['300.1.1.1 1.2.3 1.2.3.4.5 ::g', []],
])('%s', (text, wanted) => {
  expect(questions([lineOf(text)])).toEqual(wanted);
});

test('a name that is longer than its line is one link in several pieces', () => {
  const name = `${'a'.repeat(30)}.${'b'.repeat(30)}.example.com.`;
  const known = { ...KNOWN, names: new Set([name]) };
  fc.assert(
    fc.property(fc.integer({ min: 14, max: 90 }), fc.nat(12), (columns, indent) => {
      const lines = hanging(' '.repeat(Math.min(indent, columns - 10)), `tried ${name} first`, columns);
      const links = linksIn(lines, columns, known, 'A');
      expect(links.map(({ question }) => question)).toEqual([{ name, type: 'A' }]);
      const address = hanging('address  ', '2001:db8:1111:2222:3333:4444:5555:6666', columns);
      expect(questions(address, columns)).toEqual(['2001:db8:1111:2222:3333:4444:5555:6666']);
      const shown = links[0]!.pieces.map(({ line, from, to }) => paint(lines[line]!, false).slice(from, to));
      expect(shown.join('')).toBe(name);
    }),
  );
});

test('every name of a message is known: owners, RDATA, what was dropped, and the server', () => {
  const { names, aliasTargets } = knownNames(answered.walk);
  for (const name of [
    'com.',
    'b.gtld-servers.net.',
    'ns1.example.com.',
    'www.evil.test.',
    'ns2.dns-host.org.',
  ])
    expect(names).toContain(name);
  expect(names).not.toContain('.');
  expect([...aliasTargets]).toEqual(['edge.example.net.']);
});

test('every word of a message that ends like a name is one', () => {
  for (const entry of answered.walk.hops) {
    const lines = messageLines(entry, 300);
    const records = lines.map((line) => paint(line, false)).filter((text) => / IN [A-Z]+ /.test(text));
    const named = records.flatMap((text) => text.split(' ').filter((word) => /^[^:]+\.[^:]*\.$/.test(word)));
    const found = linksIn(lines, 300, knownNames(answered.walk), 'A').map(({ question }) => question.name);
    for (const name of named) expect(found).toContain(name);
  }
});

const open = pressed(answered, 'g', 'j', 'j', 'enter');
const chosen = (state: ExplorerState): string | undefined => {
  const link = chosenLink(state);
  return link ? linkWords(link.question) : undefined;
};

test('in a text Enter chooses the first name in sight, ( and ) the others round the end, Enter goes there', () => {
  const first = pressed(open, 'enter');
  expect(chosen(first)).toBe('b.gtld-servers.net. A');
  expect(chosen(pressed(first, ')'))).toBe('2001:db8::30');
  expect(chosen(pressed(first, ')', '('))).toBe('b.gtld-servers.net. A');
  const last = pressed(first, '(');
  expect(last.scroll.message).toBeGreaterThan(0);
  expect(chosen(pressed(last, ')'))).toBe('b.gtld-servers.net. A');
  const asked = pressed(first, 'enter');
  expect(asked.asked).toMatchObject({ serial: 2, name: 'b.gtld-servers.net.', type: 'A' });
  expect(pressed(first, ')', 'enter').asked).toMatchObject({ name: '2001:db8::30', type: '' });
});

test('a name that looks like a URL is asked for as the name that it is', () => {
  const link = { question: { name: 'http://a.example.', type: 'A' }, pieces: [] };
  expect(followedLink(answered, link).asked).toMatchObject({ name: 'http\\058//a.example.', type: 'A' });
});

test('the first name is one in sight, however far the text is scrolled', () => {
  const scrolled = pressed(open, 'G', 'enter');
  const { rows } = layoutOf(scrolled).message;
  const line = chosenLink(scrolled)!.pieces[0]!.line;
  expect(line).toBeGreaterThanOrEqual(scrolled.scroll.message);
  expect(line).toBeLessThan(scrolled.scroll.message + rows);
});

test('Esc leaves the names, then the pane; what else is done leaves them too', () => {
  const on = pressed(open, 'enter');
  expect(pressed(on, 'escape')).toMatchObject({ link: null, expanded: true });
  expect(pressed(on, 'escape', 'escape')).toMatchObject({ expanded: false });
  for (const key of ['j', '1', 'tab', ',', '/', 'x']) expect(pressed(on, key).link).toBeNull();
});

test('from the list of hops, ) goes to a name of the detail pane', () => {
  const on = pressed(answered, ')');
  expect(on).toMatchObject({ focus: 'message', expanded: false, chosen: chosenEntry(answered)!.hop.id });
  expect(chosen(on)).toBe('ns1.dns-host.org. A');
  // On a small terminal the pane comes on the screen with it.
  const small = reduce(answered, { type: 'resize', size: { columns: 60, rows: 18 } });
  expect(layoutOf(pressed(small, ')')).shown).toEqual(['message']);
});

test('in the pane of this computer the names are those of its text', () => {
  const on = pressed(answered, 'tab', ')');
  expect(on.link?.pane).toBe('computer');
  const all = new Set<string | undefined>();
  let state = on;
  for (let i = 0; i < 40; i++) all.add(chosen((state = pressed(state, ')'))));
  expect(all).toContain('10.9.8.7');
  expect(all).toContain('www.example.com. A');
});

test('where there is nothing to go to, it is said', () => {
  for (const keys of [
    ['3', 'enter'],
    ['7', 'enter'],
  ])
    expect(pressed(answered, ...keys, ')')).toMatchObject({ link: null, notice: { tone: 'warning' } });
});

test('what is chosen is gone where something else has come to stand there', () => {
  const half = pressed(walked(events.slice(0, 8)), 'enter', 'enter');
  const wasChosen = chosen(half);
  expect(wasChosen).toBeDefined();
  const more = events
    .slice(8)
    .reduce((state, event) => reduce(state, { type: 'event', serial: 1, event }), half);
  expect([undefined, wasChosen]).toContain(chosen(more));
});

test('the chosen name stands out, and nothing else changes', () => {
  const on = pressed(open, 'enter', ')', ')');
  const { columns } = layoutOf(on).message;
  const plain = readingLines(on, columns);
  const marked = withChosenLink(on, 'message', plain);
  expect(marked.map((line) => paint(line, false))).toEqual(plain.map((line) => paint(line, false)));
  const chosenText = marked.flatMap((line) => line.filter(({ tone }) => tone === 'chosen'));
  expect(chosenText.map(({ text }) => text).join('')).toBe(chosenLink(on)!.question.name);
  expect(withChosenLink(on, 'computer', plain)).toBe(plain);
});

test('the line at the bottom says where Enter goes, in any width', () => {
  const question = { name: 'ns1.example.net.', type: 'A' };
  expect(paint(linkFooterLine(question, 80), false).trimEnd()).toBe(
    ' Enter walks for ns1.example.net. A  Backspace returns  ( ) other names',
  );
  for (let columns = 40; columns < 120; columns++)
    expect(paint(linkFooterLine({ ...question, name: 'x'.repeat(250) }, columns), false)).toHaveLength(
      columns,
    );
});

test('a click chooses a name, a second one goes to it', () => {
  const pane = layoutOf(open).message;
  const lines = readingLines(open, pane.columns).map((line) => paint(line, false));
  const row = lines.findIndex((text) => text.includes('2001:db8::30'));
  const column = lines[row]!.indexOf('2001:db8::30');
  expect(linkAt(open, 'message', column, row)).not.toBeNull();
  const click = {
    type: 'mouse',
    event: { kind: 'press', column: column + 3, row: pane.top + 1 + row },
  } as const;
  const once = reduce(open, click);
  expect(chosen(once)).toBe('2001:db8::30');
  expect(reduce(once, click).asked).toMatchObject({ name: '2001:db8::30', type: '' });
  const aside = reduce(once, { type: 'mouse', event: { kind: 'press', column: 0, row: pane.top + 1 + row } });
  expect(aside.link).toBeNull();
});

test('whatever is pressed, the chosen name stands in its pane and in sight', () => {
  const key = fc.constantFrom(
    '(',
    ')',
    'enter',
    'j',
    'k',
    'G',
    'g',
    'tab',
    '1',
    '2',
    '4',
    '5',
    ',',
    '.',
    'escape',
    'backspace',
    'pagedown',
  );
  const size = fc.record({
    columns: fc.integer({ min: 40, max: 220 }),
    rows: fc.integer({ min: 12, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 25 }), size, (keys, window) => {
      let state = reduce(answered, { type: 'resize', size: window });
      for (const each of keys) {
        const after = pressed(state, each);
        // What is asked for begins at once.
        state = after.asked === after.shown ? after : begun(after);
        const link = chosenLink(state);
        if (!link || !state.link) continue;
        const { pane } = state.link;
        const { rows } = layoutOf(state)[pane];
        expect(state.focus).toBe(pane);
        const { line } = link.pieces[0]!;
        expect(line).toBeGreaterThanOrEqual(state.scroll[pane]);
        expect(line).toBeLessThan(state.scroll[pane] + rows);
      }
    }),
    { numRuns: 60 },
  );
});
