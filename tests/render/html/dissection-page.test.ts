import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { UNSAFE_CHARACTERS } from '../../../src/message/printable-text.ts';
import { dissectMessage, NO_SOURCE } from '../../../src/render/dissection.ts';
import { dissectionHtml } from '../../../src/render/html/dissection-page.ts';
import { OCTET_PANEL_SCRIPT } from '../../../src/render/html/octet-panel-script.ts';
import { DISSECTION_STYLE } from '../../../src/render/html/dissection-style.ts';
import { secondOpinion } from '../../../src/render/second-opinion.ts';
import { SAMPLES } from '../dissection-samples.ts';

const page = (octets: Uint8Array): Promise<string> => {
  const source = { ...NO_SOURCE, kind: '"><img src=x>', why: '<i>', where: "'", problems: ['<script>'] };
  const dissected = dissectMessage(octets, source);
  return dissectionHtml([{ ...dissected, secondOpinion: secondOpinion(octets, dissected.message) }]);
};

const sha256 = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

describe.each(Object.entries(SAMPLES))('the page of %s', (_, octets) => {
  test('has no markup but its own', async () => {
    const html = await page(octets);
    const body = html.replace(DISSECTION_STYLE, '').replace(OCTET_PANEL_SCRIPT, '');
    const tags = new Set(
      [...body.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map((match) => match[1]!.toLowerCase()),
    );
    const own =
      'html head meta title style body main article header h1 p span ul li code a div b i details summary small cite section h2 pre output script table thead tbody tr th td !doctype';
    expect([...tags].filter((tag) => !own.split(' ').includes(tag))).toEqual([]);
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toMatch(/ on[a-z]+=| style=|javascript:|https?:|src=x>/);
    expect(html.replaceAll('\n', '').match(UNSAFE_CHARACTERS)).toBeNull();
  });

  test('allows its own script and style, and nothing else', async () => {
    const html = await page(octets);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${sha256(/<script>([^]*?)<\/script>/.exec(html)![1]!)}`);
    expect(policy).toContain(`style-src ${sha256(/<style>([^]*?)<\/style>/.exec(html)![1]!)}`);
    expect(policy).not.toContain('unsafe');
  });

  test('has every octet and a field for each', async () => {
    const html = await page(octets);
    const cells = [...html.matchAll(/<i[^>]*>([0-9a-f]{2})<\/i>/g)].map((match) => match[1]);
    expect(cells.join('')).toBe(Buffer.from(octets).toString('hex'));
    const covered = new Set<number>();
    for (const [, start, end] of html.matchAll(/class="row" tabindex="0" data-s="(\d+)" data-e="(\d+)"/g)) {
      for (let i = Number(start); i < Number(end); i++) covered.add(i);
    }
    expect(covered.size).toBe(octets.length);
  });

  test('has a target for every link', async () => {
    const html = await page(octets);
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });
});

test('several messages are on one page, with a list of them', async () => {
  const html = await dissectionHtml(
    Object.values(SAMPLES).map((octets) => dissectMessage(octets, NO_SOURCE)),
  );
  expect(html.match(/<article id="m\d+">/g)).toHaveLength(Object.keys(SAMPLES).length);
  expect(html.match(/<li><a href="#m\d+">/g)).toHaveLength(Object.keys(SAMPLES).length);
});
