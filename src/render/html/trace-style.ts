/**
 * How the page of a trace looks: light and dark, from the width of a phone on.
 */

import { OCTET_PANEL_STYLE } from './octet-panel-style.ts';
import { PAGE_STYLE } from './page-style.ts';

export const TRACE_STYLE = `${PAGE_STYLE}${OCTET_PANEL_STYLE}
:root { --good-wash: #e0f3e6; }
@media (prefers-color-scheme: dark) { :root { --good-wash: #173323; } }
.top, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 1.2rem; }
.top { padding-top: 2rem; }
h1 { font-size: 1.9rem; font-weight: 650; margin: 0 0 .2rem; }
.type { color: var(--soft); font-weight: 400; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.2rem; padding-top: .4rem; }
footer { color: var(--soft); font-size: .85rem; padding-top: 1.4rem; padding-bottom: 1.4rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 1.2rem; }
.card, .hop > details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.card { padding: 1rem 1.2rem; min-width: 0; }
.card h2 { color: var(--soft); font-weight: 500; font-size: .9rem; margin: 0; }
.card p { margin: .2rem 0; overflow-wrap: anywhere; }
.verdict { font-size: 1.25rem; font-weight: 650; }
.verdict.good { color: var(--good); } .verdict.warn { color: var(--warn); } .verdict.bad { color: var(--bad); }
.soft, .more, .why, .empty { color: var(--soft); }
.more { font-size: .9rem; font-style: italic; }
.values { list-style: none; margin: .4rem 0 0; padding: 0; font: .95rem/1.6 var(--mono); overflow-wrap: anywhere; }
.records { margin-top: .4rem; }
.ttl { text-align: right; color: var(--soft); }
.records td { white-space: nowrap; } .records .owner, .records .data, .records .status { white-space: normal; }
.findings cite { white-space: normal; }
th { color: var(--soft); font-weight: 500; font-size: .82rem; }
.owner { min-width: 19ch; } .data { min-width: 16ch; }
.title { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; flex-wrap: wrap; margin-top: .8rem; }
.title h2 { font-size: 1.2rem; margin: 0 0 .4rem; }
.buttons { margin: 0; }
button { font: inherit; font-size: .85rem; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 7px; padding: .15rem .7rem; cursor: pointer; }
button:hover { background: var(--card); }
.hops { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; }
.hop { min-width: 0; scroll-margin: 1rem; }
.hop > details { border-left: 4px solid var(--line); overflow: clip; }
.hop.good > details { border-left-color: var(--good); } .hop.warn > details { border-left-color: var(--warn); } .hop.bad > details { border-left-color: var(--bad); }
.fold > summary { cursor: pointer; }
.hop > details > summary { display: grid; grid-template-columns: 1.8rem minmax(0, 1fr) 11rem; gap: .1rem .6rem; padding: .55rem .9rem .6rem .7rem; list-style: none; }
.hop > details > summary::-webkit-details-marker { display: none; }
.hop > details > summary:hover { background: color-mix(in srgb, var(--accent) 5%, transparent); }
.hop > details > summary:focus-visible { outline-offset: -3px; border-radius: 10px; }
.n { color: var(--soft); text-align: right; font-variant-numeric: tabular-nums; }
.n::before { content: "▸"; display: inline-block; margin-right: .25em; font-size: .75em; transition: transform .12s; }
details[open] > summary > .n::before { transform: rotate(90deg); }
.who { overflow-wrap: anywhere; }
.zone { margin-right: .5em; }
.address, .asked { white-space: nowrap; } .asked { color: var(--soft); } .address { font: .92em var(--mono); color: var(--accent); }
.from, .carrier { font-size: .8rem; color: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 0 .4em; white-space: nowrap; }
.result { grid-column: 2; color: var(--soft); font-size: .92rem; overflow-wrap: anywhere; }
.outcome { font-weight: 600; font-size: .85rem; border-radius: 6px; padding: .05em .5em; margin-right: .3em; white-space: nowrap; }
.outcome.good { background: var(--good-wash); color: var(--good); } .outcome.warn { background: var(--warn-wash); color: var(--warn); } .outcome.bad { background: var(--bad-wash); color: var(--bad); }
.time { grid-column: 3; grid-row: 1 / span 2; align-self: center; text-align: right; font-size: .88rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: 6px; background: var(--x); border-radius: 3px; margin-bottom: .25rem; }
.bar .good { fill: var(--good); } .bar .warn { fill: var(--warn); } .bar .bad { fill: var(--bad); }
.below { margin: .5rem 0 .2rem 1.1rem; padding-left: .9rem; border-left: 2px solid var(--line); }
.below .below .below .below { margin-left: 0; padding-left: 0; border-left: 0; }
.why { margin: .4rem 0; font-size: .9rem; overflow-wrap: anywhere; }
.inside { border-top: 1px solid var(--line); padding: .8rem 1rem 1rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0; font-size: .93rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.question { margin: .2rem 0 0; font: .9rem/1.5 var(--mono); overflow-wrap: anywhere; }
.inside h3 { font-size: .95rem; margin: 1rem 0 0; } .inside h3 small, summary small { color: var(--soft); font-weight: 400; }
.octets, .survey .fold { margin-top: .8rem; }
.octets > summary, .card > .fold > summary { color: var(--accent); font-size: .93rem; }
.octets > .panel-frame { margin-top: .6rem; }
.octets pre { padding: .4rem 0; }
.findings { list-style: none; margin: .4rem 0 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .4rem; font-size: .93rem; }
.findings li { padding: .4rem .7rem; border-radius: 8px; border-left: 4px solid var(--line); background: var(--card); overflow-wrap: anywhere; }
.findings .warning { background: var(--warn-wash); border-color: var(--warn); }
.findings .error { background: var(--bad-wash); border-color: var(--bad); }
.findings .severity { color: var(--soft); font-size: .82rem; }
.findings code { font: 600 .92em var(--mono); }
.findings small { display: block; color: var(--soft); font-size: .87rem; }
.evidence { list-style: none; margin: .3rem 0 0; padding: 0; font: .85rem/1.5 var(--mono); color: var(--soft); }
.findings .evidence li { padding: 0; border: 0; background: none; }
.card pre { margin-top: .5rem; }
.say:empty { display: none; }
@media (max-width: 720px) {
  .top, main, footer { padding-left: .8rem; padding-right: .8rem; }
  .top { padding-top: 1.2rem; }
  h1 { font-size: 1.45rem; }
  .card { padding: .8rem .9rem; }
  .hop > details > summary { grid-template-columns: 1.5rem minmax(0, 1fr); padding: .5rem .7rem .5rem .4rem; }
  .time { grid-column: 2; grid-row: auto; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .6rem; align-items: center; }
  .bar { margin: 0; }
  .below { margin-left: .3rem; padding-left: .5rem; }
  .inside { padding: .7rem .6rem .8rem; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: .4rem; }
  .records thead { display: none; }
  .records tr { display: block; padding: .25rem 0; border-top: 1px solid var(--line); }
  .records td { display: inline; padding: 0 .5rem 0 0; }
  .records .status { display: inline-block; }
}
@media print { .buttons { display: none; } .card, .hop { break-inside: avoid; } }
`;
