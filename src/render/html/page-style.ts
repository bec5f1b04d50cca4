/**
 * What all pages look like: colours for light and dark, letters, tables.
 */

export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b2230; --soft: #5b6577; --line: #dde2ea;
  --accent: #0b57d0; --on: #ffd54a; --on-ink: #201a00; --to: #7c3aed; --to-wash: #ede4ff;
  --bad: #b3261e; --bad-wash: #fde7e5; --warn: #8a5300; --warn-wash: #fff0d4; --good: #14692f;
  --h: #dfe7f5; --q: #d8f0e3; --a: #fdebd0; --u: #f4dcec; --d: #dcecf7; --x: #e7e9ee;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f131a; --card: #171d27; --ink: #e6eaf2; --soft: #9aa6ba; --line: #2a3342;
    --accent: #8ab4f8; --on: #f2c230; --on-ink: #1a1500; --to: #c4a7ff; --to-wash: #35264f;
    --bad: #ff9a91; --bad-wash: #44201d; --warn: #f5c26b; --warn-wash: #3d2e10; --good: #7fd69a;
    --h: #26334d; --q: #1c3a2d; --a: #44351c; --u: #43263a; --d: #1d3648; --x: #2a303b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 var(--sans); padding-bottom: 3.2rem; }
a { color: var(--accent); }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .3rem; overflow-wrap: anywhere; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
h2 small { font-weight: 400; color: var(--soft); font-size: .85rem; }
.facts { margin: 0 0 .8rem; color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; overflow-wrap: anywhere; }
.note { color: var(--warn); margin: 0 0 .6rem; }
cite { font-style: normal; opacity: .85; white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
pre { margin: 0; font: .88rem/1.55 var(--mono); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-size: .9rem; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: top; overflow-wrap: anywhere; }
td { font-family: var(--mono); }
`;
