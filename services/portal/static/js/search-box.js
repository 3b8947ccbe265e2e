// @ts-check
// The search box: a combobox that suggests while one types, and says how many were found.

import {h, icon} from './dom.js';
import {language, t} from './words.js';

const PAUSE_MS = 160;

/**
 * @typedef {{kind: 'feature' | 'coordinates' | 'layer', title: string, layer?: string,
 *   layer_title?: string, id?: number, crs?: number, center: number[] | null,
 *   box: number[] | null}} Result
 */

/**
 * Ask the platform.
 * @param {string} text
 * @param {{limit?: number, signal?: AbortSignal, more?: Record<string, string>}} [options] more:
 *   further parameters
 * @returns {Promise<Result[]>}
 */
export async function search(text, {limit = 8, signal, more = {}} = {}) {
  const query = new URLSearchParams({q: text, lang: language, limit: String(limit), ...more});
  const answer = await fetch(`/api/search?${query}`, {signal});
  if (!answer.ok) throw new Error(`the search does not answer: ${answer.status}`);
  return (await answer.json()).results;
}

/**
 * Make an input a search box.
 * @param {HTMLInputElement} input
 * @param {{choose: (result: Result) => void, submit: (text: string) => void,
 *   announce: (text: string) => void, extra?: (text: string) => Result[],
 *   more?: () => Record<string, string>}} does
 */
export function startSearchBox(input, {choose, submit, announce, extra = () => [], more = () => ({})}) {
  const list = h('ul', {class: 'suggestions', id: 'suggestions', role: 'listbox', hidden: true,
    'aria-label': t('results')});
  input.after(list);
  for (const [name, value] of Object.entries({role: 'combobox', 'aria-expanded': 'false',
    'aria-controls': 'suggestions', 'aria-autocomplete': 'list'})) input.setAttribute(name, value);

  /** @type {Result[]} */
  let results = [];
  let active = -1;
  let timer = 0;
  let running = new AbortController();

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (/** @type {Result} */ result) => {
    input.value = result.title;
    close();
    choose(result);
  };
  const draw = () => {
    list.replaceChildren(...results.map((result, index) => option(result, index, () => take(result))));
    list.hidden = results.length === 0;
    input.setAttribute('aria-expanded', String(results.length > 0));
    active = -1;
  };
  const ask = async () => {
    const text = input.value.trim();
    running.abort();
    running = new AbortController();
    if (text.length < 2) { results = []; close(); return; }
    try {
      results = [...await search(text, {signal: running.signal, more: more()}), ...extra(text)];
    } catch (error) {
      if (/** @type {Error} */ (error).name === 'AbortError') return;
      throw error;
    }
    if (document.activeElement !== input) return;
    draw();
    announce(results.length ? t('suggested', {count: results.length}) : t('nothing_found'));
  };
  const point = (/** @type {number} */ index) => {
    active = index;
    [...list.children].forEach((child, at) => child.setAttribute('aria-selected', String(at === index)));
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', `suggestion-${index}`);
      list.children[index].scrollIntoView({block: 'nearest'});
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener('blur', () => setTimeout(() => {
    if (!list.contains(document.activeElement)) close();
  }, 150));
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) { close(); event.preventDefault(); }
    if (list.hidden) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      point((active + step + results.length + 1) % (results.length + 1));
      if (active === results.length) point(-1);
      event.preventDefault();
    }
  });
  input.form?.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(timer);
    if (active >= 0) take(results[active]);
    else { close(); submit(input.value.trim()); }
  });
}

/** @param {Result} result @param {number} index @param {() => void} chosen */
function option(result, index, chosen) {
  return h('li', {
    role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false', class: 'suggestion',
    onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: chosen,
  }, icon({feature: 'pin', coordinates: 'target', layer: 'layers'}[result.kind]),
  h('span', {class: 'name'}, result.title), h('small', {}, under(result)));
}

/**
 * The second line of a result: what it is.
 * @param {Result} result
 * @returns {string}
 */
export function under(result) {
  if (result.kind === 'coordinates') return t('coordinates_in', {crs: result.crs ?? ''});
  return result.kind === 'layer' ? t('layer') : result.layer_title ?? '';
}
