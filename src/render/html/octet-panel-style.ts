/**
 * How octets beside their fields look, by the room that they have.
 */

export const OCTET_PANEL_STYLE = `
.panel-frame { container-type: inline-size; }
.problem { padding: .45rem .7rem; border-radius: 8px; background: var(--bad-wash); color: var(--bad); border-left: 4px solid var(--bad); overflow-wrap: anywhere; }
.problem.warning { background: var(--warn-wash); color: var(--warn); border-color: var(--warn); }
.problem { margin: .2rem .5rem .4rem 1.6rem; font-size: .9rem; }
.problem code { font: 600 .92em var(--mono); }
.panel { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 1rem; align-items: start; }
.hex, .tree { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
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
.tree h3 { font-size: .95rem; margin: 1rem 0 0; padding: 0 .5rem; }
.tree details { margin-left: .55rem; border-left: 2px solid transparent; }
.tree > details { margin-left: 0; }
.tree > details + details { margin-top: .3rem; }
.tree details:has(> summary.up) { border-left-color: var(--on); }
.tree details > .row, .tree details > details { margin-left: 1.05rem; }
.tree summary, .row { display: flex; gap: .6rem; align-items: baseline; padding: .16rem .5rem; border-radius: 7px; scroll-margin: 5rem 0; }
.tree summary { cursor: pointer; list-style: none; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: "▾"; color: var(--soft); width: .7em; margin-left: -.2em; flex: none; }
.tree details:not([open]) > summary::before { transform: rotate(-90deg); }
.at { font: .8rem var(--mono); color: var(--soft); flex: none; min-width: 4.2ch; text-align: right; }
.bits { font: .8rem var(--mono); color: var(--soft); flex: none; white-space: pre-wrap; max-width: 21ch; }
.f { min-width: 0; overflow-wrap: anywhere; flex: 1; }
.f b { font-weight: 600; margin-right: .35em; }
.tree summary .f b { font-weight: 700; }
.v { font: .92em var(--mono); color: var(--accent); }
.f small { color: var(--soft); font-size: .86rem; margin-left: .6em; }
.row.on, summary.on { background: var(--on); color: var(--on-ink); }
.on .v, .on .v a, .on small, .on .at, .on .bits { color: inherit; }
.means { color: var(--soft); font-size: .88rem; margin: 0 0 .3rem; padding: 0 .5rem; }
.say { position: fixed; inset: auto 0 0 0; background: var(--card); border-top: 1px solid var(--line); padding: .55rem 1.2rem; font-size: .92rem; min-height: 2.6rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; box-shadow: 0 -4px 18px rgb(0 0 0 / .07); }
.say:empty::before { content: "Point at an octet or a field, or move with the arrow keys."; color: var(--soft); }
@container (max-width: 1000px) {
  .hex { grid-template-columns: auto; }
  .g:nth-of-type(2n) b { display: inline; }
}
@container (max-width: 680px) {
  .panel { grid-template-columns: minmax(0, 1fr); gap: .6rem; }
  .hex { top: .4rem; max-height: 34vh; padding: .55rem .5rem; z-index: 1; box-shadow: 0 4px 16px rgb(0 0 0 / .09); justify-content: center; }
  .tree { position: static; max-height: none; overflow: visible; }
  .tree summary, .row { scroll-margin: 38vh 0 6rem; flex-wrap: wrap; gap: 0 .5rem; padding: .26rem .35rem; }
  .tree details { margin-left: 0; }
  .tree details > .row, .tree details > details { margin-left: .6rem; }
  .f { flex-basis: 60%; }
  .row:has(.bits) .f { flex-basis: 100%; }
  .f small { display: block; margin-left: 0; }
}
@media (max-width: 720px) {
  .say { padding: .55rem .8rem; white-space: normal; max-height: 5.2rem; }
}
@media print { .say { display: none; } .hex, .tree { position: static; max-height: none; } }
`;
