// @ts-check
// What was computed or found, on the live map in the place of its picture; loaded when it is asked for.

import {h} from './dom.js';

/** @typedef {{title: string, fill: string, opacity: number, field: string, values?: string[], min?: number, max?: number | null}} Class */
/** @typedef {{classes: Class[], columns: Record<string, string>}} Look */

for (const figure of document.querySelectorAll('.result-map')) {
  const button = /** @type {HTMLButtonElement} */ (figure.querySelector('.result-open'));
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await open(/** @type {HTMLElement} */ (figure));
      button.hidden = true;
    } catch (error) {
      console.warn(error);
      button.disabled = false;
    }
  });
}

/**
 * The features of a figure: at an address, or within the page.
 * @param {string} from
 */
async function features(from) {
  if (!from.startsWith('data:')) return (await fetch(from)).json();
  const bytes = Uint8Array.from(atob(from.slice(from.indexOf(',') + 1)), one => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** @param {HTMLElement} figure */
async function open(figure) {
  const look = /** @type {Look} */ (JSON.parse(figure.dataset.look ?? '{}'));
  const [layer, live] = await Promise.all([features(figure.dataset.features ?? ''), import('./result-live.js')]);
  const target = /** @type {HTMLElement} */ (figure.querySelector('.result-live'));
  target.hidden = false;
  for (const one of figure.querySelectorAll('.result-picture')) one.remove();
  await live.show(target, layer, look, properties => tell(figure, look, properties));
  target.focus();
}

/**
 * Say what was clicked, in the words of the table.
 * @param {HTMLElement} figure
 * @param {Look} look
 * @param {Record<string, any>[]} found
 */
function tell(figure, look, found) {
  const said = /** @type {HTMLElement} */ (figure.querySelector('.result-said'));
  said.replaceChildren(...found.slice(0, 5).map(properties => h('dl', {}, ...Object.entries(properties)
    .filter(([name, value]) => name in look.columns && value !== null && value !== '')
    .flatMap(([name, value]) => [h('dt', {}, look.columns[name]), h('dd', {}, String(value))]))));
}
