/**
 * What a page with octets does: an octet lights its field and a field its octets, a pointer its target. By mouse, by
 * touch and by keyboard. Reads places from the page and writes nothing into it but classes and text. A panel that is
 * folded away costs nothing until it is unfolded.
 */

export const OCTET_PANEL_SCRIPT = `'use strict';
const say = document.querySelector('.say');
const bind = (panel) => {
  const grid = panel.querySelector('.hex');
  const tree = panel.querySelector('.tree');
  const cells = [...grid.querySelectorAll('.g i')];
  const rows = [...tree.querySelectorAll('[data-s]')];
  const numbers = new Map(cells.map((cell, i) => [cell, i]));
  const inner = [];
  for (const row of rows) {
    if (row.dataset.b) continue;
    for (let i = +row.dataset.s; i < +row.dataset.e; i++) inner[i] = row;
  }
  let marked = [];
  let pinned = null;
  let current = 0;
  const above = (element) => {
    const up = element.parentElement.closest('details');
    return up && tree.contains(up) ? up : null;
  };
  const mark = (element, name) => {
    if (!element) return;
    element.classList.add(name);
    marked.push([element, name]);
  };
  const clear = () => {
    for (const [element, name] of marked) element.classList.remove(name);
    marked = [];
  };
  const range = (start, end, name) => {
    for (let i = start; i < end; i++) mark(cells[i], name);
  };
  const light = (row, octet) => {
    clear();
    if (!row) { say.textContent = ''; return; }
    const { s, e, p, q } = row.dataset;
    mark(row, 'on');
    range(+s, +e, 'on');
    if (p !== undefined) range(+p, +q, 'to');
    if (octet !== undefined) mark(cells[octet], 'here');
    for (let up = above(row); up; up = above(up)) {
      const summary = up.firstElementChild;
      if (summary !== row) mark(summary, 'up');
    }
    say.textContent = [...row.querySelector('.f').children].map((part) => part.textContent.trim()).join('  ');
  };
  const scrolls = (box) => box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== 'visible';
  // Within its own box only: the page must not move under the pointer.
  const reveal = (element) => {
    const box = element && element.closest('.hex, .tree');
    if (!box || !scrolls(box)) return;
    const inside = element.getBoundingClientRect();
    const around = box.getBoundingClientRect();
    if (inside.top < around.top + 24) box.scrollTop -= around.top + 24 - inside.top;
    else if (inside.bottom > around.bottom - 24) box.scrollTop += inside.bottom - around.bottom + 24;
  };
  const show = (element) => {
    reveal(element);
    if (element && !scrolls(element.closest('.hex, .tree'))) element.scrollIntoView({ block: 'nearest' });
  };
  const open = (row) => {
    for (let up = above(row); up; up = above(up)) up.open = true;
  };
  const pin = (row, octet) => {
    pinned = row ? { row, octet } : null;
    light(row, octet);
  };
  const unlight = () => light(pinned && pinned.row, pinned ? pinned.octet : undefined);
  const fromOctet = (i) => {
    current = i;
    const row = inner[i];
    pin(row, i);
    if (row) { open(row); show(row); }
    reveal(cells[i]);
  };
  grid.addEventListener('pointerover', (event) => {
    const i = numbers.get(event.target);
    if (i === undefined || event.pointerType === 'touch') return;
    light(inner[i], i);
    reveal(inner[i]);
  });
  grid.addEventListener('pointerleave', unlight);
  grid.addEventListener('click', (event) => {
    const i = numbers.get(event.target);
    if (i !== undefined) fromOctet(i);
  });
  grid.addEventListener('focus', () => { if (!pinned && cells.length > 0) fromOctet(current); });
  grid.addEventListener('keydown', (event) => {
    const perLine = getComputedStyle(grid).gridTemplateColumns.split(' ').length * 8;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perLine, ArrowUp: -perLine, Home: -current, End: cells.length - 1 - current };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = current + step;
    if (next >= 0 && next < cells.length) fromOctet(next);
  });
  const rowOf = (event) => event.target.closest('[data-s]');
  tree.addEventListener('pointerover', (event) => {
    const row = rowOf(event);
    if (!row || event.pointerType === 'touch') return;
    light(row);
    reveal(cells[+row.dataset.s]);
  });
  tree.addEventListener('pointerleave', unlight);
  const fromField = (row) => {
    pin(row);
    current = Math.min(+row.dataset.s, Math.max(0, cells.length - 1));
    reveal(cells[current]);
  };
  tree.addEventListener('focusin', (event) => { const row = rowOf(event); if (row) fromField(row); });
  tree.addEventListener('click', (event) => { const row = rowOf(event); if (row) fromField(row); });
  tree.addEventListener('keydown', (event) => {
    const row = rowOf(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!row) return;
    if (event.key === 'ArrowLeft' && row.localName === 'summary') row.parentElement.open = false;
    else if (event.key === 'ArrowRight' && row.localName === 'summary') row.parentElement.open = true;
    else if (event.key === 'Enter' && row.dataset.p !== undefined) fromOctet(+row.dataset.p);
    else if (step !== undefined) {
      let at = rows.indexOf(row) + step;
      while (rows[at] && rows[at].offsetParent === null) at += step;
      if (rows[at]) { rows[at].focus({ preventScroll: true }); show(rows[at]); }
    } else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') pin(null); });
};
for (const panel of document.querySelectorAll('.panel')) {
  const folded = panel.closest('details:not([open])');
  if (folded) folded.addEventListener('toggle', () => bind(panel), { once: true });
  else bind(panel);
}
`;
