// @ts-check
// Below the map: scale, scale bar, coordinates in the chosen CRS.

import {SHOWN, coordinateText} from './crs.js';
import {byId, h} from './dom.js';
import {number, t} from './words.js';

const BAR_PX = 110;

/**
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 */
export function startStatusBar(state, view) {
  const scale = h('span', {class: 'scale'});
  const bar = h('span', {class: 'bar', 'aria-hidden': 'true'});
  const place = h('span', {class: 'place', id: 'place'});
  const choice = /** @type {HTMLSelectElement} */ (h('select', {
    id: 'crs', 'aria-label': t('crs_choice'), onchange: () => state.setCrs(Number(choice.value)),
  }, ...SHOWN.map(code => h('option', {value: code, selected: code === state.crs}, t(`crs_short.${code}`)))));
  byId('status').append(bar, scale, place, choice);

  let last = view.centre;
  const write = () => { place.textContent = coordinateText(last, state.crs); };
  view.map.on('pointermove', (/** @type {any} */ event) => { last = event.coordinate; write(); });
  state.on(['crs'], write);
  const draw = () => {
    last = view.centre;
    write();
    scale.textContent = t('scale', {scale: number(roundScale(view.scale), 0)});
    const length = niceLength(view.groundResolution * BAR_PX);
    bar.textContent = length < 1000 ? `${number(length)} m` : `${number(length / 1000)} km`;
    bar.style.width = `${Math.round(length / view.groundResolution)}px`;
  };
  state.on(['view'], draw);
  draw();
}

/** @param {number} scale @returns {number} with three digits that count */
function roundScale(scale) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(scale)) - 2);
  return Math.round(scale / unit) * unit;
}

/** The longest of 1, 2, 5, 10, ... that is not longer. @param {number} most @returns {number} */
export function niceLength(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map(digit => digit * power).find(length => length <= most) ?? power;
}
