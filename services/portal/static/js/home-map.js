// @ts-check
// The live map of the home page; loaded at the first touch of the picture.

import {isDrawn, loadCatalogue} from './catalogue.js';
import {between} from './crs.js';
import {h} from './dom.js';
import {MapView} from './map-view.js';
import {read, write} from './permalink.js';
import {State} from './state.js';
import {language, t} from './words.js';

/**
 * Put the live map in the place of its picture.
 * @param {HTMLElement} place
 * @param {HTMLAnchorElement} picture
 */
export async function startHomeMap(place, picture) {
  const catalogue = await loadCatalogue();
  const seen = {...read(''), crs: catalogue.storage_crs};
  const layers = [...catalogue.layers.values()]
    .filter(layer => layer.visible && layer.kind !== 'external' && isDrawn(layer) && !catalogue.base_maps.includes(layer.id))
    .map(layer => ({id: layer.id, opacity: 1, year: null}));
  const state = new State(seen, layers);
  const target = h('div', {class: 'home-map', tabindex: '0', role: 'application', 'aria-label': t('map_name')});
  const open = /** @type {HTMLAnchorElement} */ (h('a', {class: 'button home-open', href: picture.href}, t('open_map')));
  place.append(target, open);
  const view = new MapView(target, catalogue, state);
  view.fit(catalogue.extent, {margin: 0});
  const focused = document.activeElement === picture;
  state.on(['view'], () => {
    const [x, y] = between(view.centre, 3857, state.crs);
    open.href = `/map${write({...seen, language, centre: [x, y], scale: view.scale, layers: state.layers})}`;
  });
  view.map.once('rendercomplete', () => {
    picture.remove();
    if (focused) target.focus();
  });
}
