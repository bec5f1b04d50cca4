/**
 * How the page of a dissection looks: light and dark, wide and narrow.
 */

export const DISSECTION_STYLE = `
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
main { max-width: 1500px; margin: 0 auto; padding: 1.2rem; }
nav { max-width: 1500px; margin: 0 auto; padding: 1.2rem 1.2rem 0; }
nav ol { margin: 0; padding: .6rem 1rem .6rem 2.6rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; max-height: 30vh; overflow: auto; }
a { color: var(--accent); }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .3rem; overflow-wrap: anywhere; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
h2 small { font-weight: 400; color: var(--soft); font-size: .85rem; }
h3 { font-size: .95rem; margin: 1rem 0 0; padding: 0 .5rem; }
article + article { margin-top: 3rem; }
.facts { margin: 0 0 .8rem; color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; overflow-wrap: anywhere; }
.note { color: var(--warn); margin: 0 0 .6rem; }
.sound { color: var(--good); margin: 0 0 1rem; font-size: .92rem; }
.sound::before { content: "✓ "; }
.count { background: var(--bad-wash); color: var(--bad); border-radius: 9px; padding: 0 .45em; font-size: .8rem; }
.problems { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .4rem; }
.problems li, .problem { padding: .45rem .7rem; border-radius: 8px; background: var(--bad-wash); color: var(--bad); border-left: 4px solid var(--bad); overflow-wrap: anywhere; }
.problems .warning, .problem.warning { background: var(--warn-wash); color: var(--warn); border-color: var(--warn); }
.problems a { color: inherit; font-family: var(--mono); }
.problem { margin: .2rem .5rem .4rem 1.6rem; font-size: .9rem; }
.problems code, .problem code { font: 600 .92em var(--mono); }
cite { font-style: normal; opacity: .85; white-space: nowrap; }
.panel { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 1rem; align-items: start; }
.hex, .tree, .text, .opinion, .layers { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.hex { position: sticky; top: 1rem; max-height: calc(100vh - 5.5rem); overflow: auto; padding: .8rem .9rem; font: 14px/1 var(--mono); display: grid; grid-template-columns: auto auto; gap: 2px .9rem; justify-content: start; cursor: default; }
.g { display: flex; gap: 2px; align-items: center; }
.g b { font-weight: 400; color: var(--soft); width: 5.4ch; text-align: right; padding-right: .8ch; font-size: .86em; user-select: none; }
.g:nth-of-type(2n) b { display: none; }
.hex i { font-style: normal; padding: .36em .3em; border-radius: 5px; background: var(--x); }
.hex i.h { background: var(--h); } .hex i.q { background: var(--q); } .hex i.a { background: var(--a); }
.hex i.u { background: var(--u); } .hex i.d { background: var(--d); }
.hex i.e { filter: brightness(.955) saturate(1.25); }
.hex i.bad { outline: 2px solid var(--bad); outline-offset: -2px; color: var(--bad); font-weight: 700; }
.hex i.gone { background: none; border: 2px dashed var(--bad); color: var(--bad); grid-column: 1 / -1; justify-self: start; }
.hex i.up { box-shadow: inset 0 -2px var(--on); }
.hex i:target, .hex i.to { background: var(--to-wash); box-shadow: inset 0 0 0 2px var(--to); filter: none; }
.hex i.on { background: var(--on); color: var(--on-ink); filter: none; }
.hex i.here { box-shadow: 0 0 0 2px var(--ink); }
.tree { padding: .5rem; min-width: 0; position: sticky; top: 1rem; max-height: calc(100vh - 5.5rem); overflow: auto; }
details { margin-left: .55rem; border-left: 2px solid transparent; }
.tree > details { margin-left: 0; }
.tree > details + details { margin-top: .3rem; }
details:has(> summary.up) { border-left-color: var(--on); }
details > .row, details > details { margin-left: 1.05rem; }
summary, .row { display: flex; gap: .6rem; align-items: baseline; padding: .16rem .5rem; border-radius: 7px; scroll-margin: 5rem 0; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "▾"; color: var(--soft); width: .7em; margin-left: -.2em; flex: none; }
details:not([open]) > summary::before { transform: rotate(-90deg); }
.at { font: .8rem var(--mono); color: var(--soft); flex: none; min-width: 4.2ch; text-align: right; }
.bits { font: .8rem var(--mono); color: var(--soft); flex: none; white-space: pre-wrap; max-width: 21ch; }
.f { min-width: 0; overflow-wrap: anywhere; flex: 1; }
.f b { font-weight: 600; margin-right: .35em; }
summary .f b { font-weight: 700; }
.v { font: .92em var(--mono); color: var(--accent); }
.f small { color: var(--soft); font-size: .86rem; margin-left: .6em; }
.row.on, summary.on { background: var(--on); color: var(--on-ink); }
.on .v, .on .v a, .on small, .on .at, .on .bits { color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.means { color: var(--soft); font-size: .88rem; margin: 0 0 .3rem; padding: 0 .5rem; }
.text, .opinion, .layers { margin-top: 1rem; padding: .9rem 1rem; min-width: 0; }
.layers .hex, .layers .tree { border-color: transparent; padding-left: 0; }
pre { margin: 0; font: .88rem/1.55 var(--mono); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-size: .9rem; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: top; overflow-wrap: anywhere; }
td { font-family: var(--mono); }
.say { position: fixed; inset: auto 0 0 0; background: var(--card); border-top: 1px solid var(--line); padding: .55rem 1.2rem; font-size: .92rem; min-height: 2.6rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; box-shadow: 0 -4px 18px rgb(0 0 0 / .07); }
.say:empty::before { content: "Point at an octet or a field, or move with the arrow keys."; color: var(--soft); }
@media (max-width: 1080px) {
  .hex { grid-template-columns: auto; }
  .g:nth-of-type(2n) b { display: inline; }
}
@media (max-width: 720px) {
  main { padding: .8rem .6rem; }
  nav { padding: .8rem .6rem 0; }
  .panel { grid-template-columns: minmax(0, 1fr); gap: .6rem; }
  .hex { top: .4rem; max-height: 34vh; padding: .55rem .5rem; z-index: 1; box-shadow: 0 4px 16px rgb(0 0 0 / .09); justify-content: center; }
  .tree { position: static; max-height: none; overflow: visible; }
  summary, .row { scroll-margin: 38vh 0 6rem; flex-wrap: wrap; gap: 0 .5rem; padding: .26rem .35rem; }
  details { margin-left: 0; }
  details > .row, details > details { margin-left: .6rem; }
  .f { flex-basis: 60%; }
  .row:has(.bits) .f { flex-basis: 100%; }
  .f small { display: block; margin-left: 0; }
  .say { padding: .55rem .8rem; white-space: normal; max-height: 5.2rem; }
}
@media print { .say { display: none; } .hex, .tree { position: static; max-height: none; } }
`;
