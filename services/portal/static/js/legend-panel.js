// @ts-check
// The legend of what is on the map.

import {byId, h} from './dom.js';
import {swatch} from './swatch.js';
import {t} from './words.js';

/**
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {import('./state.js').State} state
 */
export function startLegend(catalogue, state) {
  const pane = byId('pane-legend');
  const draw = () => {
    const layers = state.layers.map(one => catalogue.layers.get(one.id))
      .filter(layer => layer !== undefined);
    pane.replaceChildren(...(layers.length
      ? layers.map(layer => h('section', {class: 'legend'}, h('h2', {}, layer.title), legendList(layer)))
      : [h('p', {class: 'hint'}, t('nothing_on_map'))]));
  };
  state.on(['layers'], draw);
  draw();
}

/**
 * Make the list of a layer's classes.
 * @param {import('./catalogue.js').Layer} layer
 * @returns {HTMLElement}
 */
export function legendList(layer) {
  if (!layer.legend.length) return h('p', {class: 'hint'}, t('no_legend'));
  return h('ul', {class: 'classes'}, ...layer.legend.map(entry =>
    h('li', {}, swatch(entry.symbol, layer.geometry), h('span', {}, entry.title))));
}
