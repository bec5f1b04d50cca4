/** The page of a trace in a real browser: what it shows, at which width, and how it answers to mouse and keyboard. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { traceHtml } from '../../src/render/html/trace-page.ts';
import { hostileTraces } from '../support/hostile-trace.ts';
import { run } from '../support/program.ts';
import { toldByDocument } from '../support/read-back.ts';
import { Browser, type BrowserPage } from './browser.ts';

const isMissing = spawnSync('chromium', ['--version']).error !== undefined;
if (isMissing) console.warn('SKIPPED the page of a trace: missing chromium (Debian package chromium)');

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const folder = mkdtempSync(join(tmpdir(), 'rootwalk-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the page shows, read from its elements. */
const TOLD = `(() => {
  const text = (root, selector) => root.querySelector(selector)?.textContent ?? '';
  const own = (hop, selector) => text(hop.querySelector(':scope > details'), selector);
  const codes = (root) => [...root.querySelectorAll(':scope > .findings > li > code')].map((code) => code.textContent);
  const path = document.querySelector('.path');
  const hops = [...path.querySelectorAll('.hop')];
  const [servers, computer] = document.querySelectorAll('.sides .card');
  const asked = (hop) => [...hop.querySelectorAll(':scope > details dd')][0].textContent.replace(/^.* for /, '');
  return {
    hops: hops.map((hop) => ({
      id: Number(own(hop, '.n')),
      zone: own(hop, '.zone').replace(' (the root)', ''),
      server: own(hop, '.server'),
      address: own(hop, '.address'),
      asked: asked(hop),
      outcome: own(hop, '.outcome'),
    })),
    data: [...servers.querySelectorAll('.data')].map((cell) => cell.textContent).filter((data) => data !== 'data'),
    verdict: computer ? text(computer, '.verdict') : '',
    findings: [
      ...hops.flatMap((hop) => codes(hop).map((code) => own(hop, '.n') + ' ' + code)),
      ...codes(document.querySelector('main')).map((code) => '- ' + code),
    ].sort(),
    surveyed: [...document.querySelectorAll('.survey')].flatMap(codes).sort(),
  };
})()`;

const OPEN_ALL = `document.querySelectorAll('details').forEach((each) => { each.open = true; })`;
/** What is wider than the screen, beside what scrolls in a box of its own. */
const OVERFLOW = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

describe.skipIf(isMissing)('the page of a trace in a browser', () => {
  let browser: Browser;
  beforeAll(() => {
    browser = new Browser();
  });
  afterAll(() => browser.close());

  async function pageOf(
    ...words: string[]
  ): Promise<{ path: string; document: Parameters<typeof toldByDocument>[0] }> {
    const saved = join(folder, `${words.join('-')}.json`);
    const path = join(folder, `${words.join('-')}.html`);
    await run('trace', ...words, '-f', 'json', '-o', saved);
    await run('open', saved, '-f', 'html', '-o', path);
    return { path, document: JSON.parse(readFileSync(saved, 'utf8')) };
  }

  /** At both widths, folded and unfolded. */
  async function isSound(path: string): Promise<BrowserPage> {
    for (const size of [PHONE, DESKTOP]) {
      const page = await browser.open(path, size);
      expect(await page.evaluate(OVERFLOW)).toBe(0);
      await page.evaluate(OPEN_ALL);
      expect(await page.evaluate(OVERFLOW)).toBe(0);
      expect(page.complaints).toEqual([]);
      if (size === DESKTOP) return page;
    }
    throw new Error('there is no desktop');
  }

  test.each([
    ['www.example.org', '--lab'],
    ['shop.example.com', '--lab'],
    ['www.example.net', '--lab'],
    ['nothing.example.com', '--lab'],
    ['big.example.com', 'TXT', '--lab'],
    ['www.half.example.com', '--lab'],
    ['www.shop.test', '--lab=serial-drift', '--all', '--twice', '--like-dig'],
    ['www.shop.test', '--lab=glueless-cycle'],
  ])('shows what the document says: %s %s', async (...words) => {
    const { path, document } = await pageOf(...words);
    const page = await isSound(path);
    expect(await page.evaluate(TOLD)).toEqual(toldByDocument(document));
  });

  test.each(Object.entries(hostileTraces))('shows hostile text as text, %s', async (what, trace) => {
    const path = join(folder, `hostile ${what}.html`);
    writeFileSync(path, await traceHtml(trace));
    const page = await isSound(path);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    expect(
      await page.evaluate(
        'document.images.length + document.links.length - document.querySelectorAll("a[href^=\'#\']").length',
      ),
    ).toBe(0);
    expect(await page.evaluate('document.body.innerText')).toContain('<script>alert(1)</script>');
    expect(await page.evaluate('document.querySelectorAll("main, footer, header").length')).toBe(3);
  });

  test('opens with the keyboard, and binds octets and fields', async () => {
    const { path } = await pageOf('www.example.com', '--lab');
    const page = await browser.open(path, DESKTOP);
    const press = async (key: string, more: object = {}): Promise<void> => {
      for (const type of ['keyDown', 'keyUp'])
        await page.tell('Input.dispatchKeyEvent', { type, key, ...more });
    };
    const enter = { code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
    await page.evaluate('document.querySelector("#h1 summary").focus()');
    await press('Enter', enter);
    expect(await page.evaluate('document.querySelector("#h1 > details").open')).toBe(true);
    await page.evaluate('document.querySelector("#h1 .octets > summary").focus()');
    // The script binds a panel when it hears that it was unfolded, a moment later; this hears it after the script.
    const heard =
      'new Promise((done) => document.querySelector("#h1 .octets").addEventListener("toggle", done))';
    await page.evaluate(`window.unfolded = ${heard}; 0`);
    await press('Enter', enter);
    await page.evaluate('window.unfolded.then(() => 0)');
    const lit = '[...document.querySelectorAll("#h1 .hex i.on")].map((cell) => cell.textContent).join("")';
    await page.evaluate('document.querySelectorAll("#h1 .hex .g i")[1].click()');
    expect(await page.evaluate(lit)).toMatch(/^[0-9a-f]{4}$/);
    expect(await page.evaluate('document.querySelector(".say").textContent')).toMatch(/^ID {2}\d+ /);
    await page.evaluate(
      '[...document.querySelectorAll("#h1 .row")].find((row) => row.textContent.includes("QDCOUNT")).click()',
    );
    expect(await page.evaluate(lit)).toBe('0001');
    await page.evaluate('document.querySelector("#h1 .row[data-p]").click()');
    expect(await page.evaluate('document.querySelectorAll("#h1 .hex i.to").length')).toBeGreaterThan(1);
    expect(page.complaints).toEqual([]);
  });

  test('opens and closes all hops', async () => {
    const { path } = await pageOf('www.example.com', '--lab');
    const page = await browser.open(path, PHONE);
    const openHops = 'document.querySelectorAll(".hop > details[open]").length';
    const [openAll, closeAll] = ['Open all', 'Close all'].map(
      (label) =>
        `[...document.querySelectorAll('button')].find((each) => each.textContent === '${label}').click()`,
    );
    await page.evaluate(openAll!);
    expect(await page.evaluate(openHops)).toBe(3);
    await page.evaluate(closeAll!);
    expect(await page.evaluate(openHops)).toBe(0);
  });
});
