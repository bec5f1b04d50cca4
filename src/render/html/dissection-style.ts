/**
 * How the page of a dissection looks: light and dark, wide and narrow.
 */

import { OCTET_PANEL_STYLE } from './octet-panel-style.ts';
import { PAGE_STYLE } from './page-style.ts';

export const DISSECTION_STYLE = `${PAGE_STYLE}${OCTET_PANEL_STYLE}main { max-width: 1500px; margin: 0 auto; padding: 1.2rem; }
nav { max-width: 1500px; margin: 0 auto; padding: 1.2rem 1.2rem 0; }
nav ol { margin: 0; padding: .6rem 1rem .6rem 2.6rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; max-height: 30vh; overflow: auto; }
article + article { margin-top: 3rem; }
.sound { color: var(--good); margin: 0 0 1rem; font-size: .92rem; }
.sound::before { content: "✓ "; }
.count { background: var(--bad-wash); color: var(--bad); border-radius: 9px; padding: 0 .45em; font-size: .8rem; }
.problems { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .4rem; }
.problems li { padding: .45rem .7rem; border-radius: 8px; background: var(--bad-wash); color: var(--bad); border-left: 4px solid var(--bad); overflow-wrap: anywhere; }
.problems .warning { background: var(--warn-wash); color: var(--warn); border-color: var(--warn); }
.problems a { color: inherit; font-family: var(--mono); }
.problems code { font: 600 .92em var(--mono); }
.text, .opinion, .layers { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.text, .opinion, .layers { margin-top: 1rem; padding: .9rem 1rem; min-width: 0; }
.layers .hex, .layers .tree { border-color: transparent; padding-left: 0; }
@media (max-width: 720px) {
  main { padding: .8rem .6rem; }
  nav { padding: .8rem .6rem 0; }
}
`;
