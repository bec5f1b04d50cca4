/**
 * What the page of a trace does beside its octets: opens and closes all hops at once, and the hop that a link names.
 * Without it the page shows all the same.
 */

export const TRACE_SCRIPT = `
for (const box of document.querySelectorAll('.buttons')) {
  box.hidden = false;
  box.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    for (const fold of box.closest('section').querySelectorAll('.hop > details')) fold.open = button.dataset.open === '1';
  });
}
const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.matches('.hop')) target.firstElementChild.open = true;
};
addEventListener('hashchange', openTarget);
openTarget();
`;
