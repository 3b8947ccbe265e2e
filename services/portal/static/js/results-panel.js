// @ts-check
// The tab of results: everything that a search found.

import {byId, h, icon} from './dom.js';
import {under} from './search-box.js';
import {counted, t} from './words.js';

/** Show an empty list with a hint. */
export function startResults() {
  byId('pane-results').replaceChildren(
    h('p', {class: 'hint'}, t('results_empty')), h('p', {class: 'hint'}, t('search_examples')));
}

/**
 * List results.
 * @param {string} text that was searched
 * @param {import('./search-box.js').Result[]} results
 * @param {(result: import('./search-box.js').Result) => void} choose
 */
export function showResults(text, results, choose) {
  const title = results.length ? counted('found', results.length) : t('nothing_found');
  byId('pane-results').replaceChildren(
    h('h2', {}, title, ' ', h('span', {class: 'hint'}, `„${text}”`)),
    results.length ? h('ul', {class: 'results'}, ...results.map(result => h('li', {},
      h('button', {type: 'button', class: 'result', onclick: () => choose(result)},
        icon({feature: 'pin', coordinates: 'target', layer: 'layers'}[result.kind]),
        h('span', {class: 'name'}, result.title), h('small', {}, under(result))))))
      : h('p', {class: 'hint'}, t('search_examples')));
}
