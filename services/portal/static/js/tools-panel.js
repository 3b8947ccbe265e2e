// @ts-check
// The tab of tools: measuring, coordinates, sharing.

import {announce} from './announce.js';
import {SHOWN, coordinateText} from './crs.js';
import {byId, h, icon} from './dom.js';
import {Measure} from './measure.js';
import {t} from './words.js';

/**
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 * @param {number} planeCrs EPSG code of the plane in which lengths and areas are measured
 * @returns {Measure}
 */
export function startTools(state, view, planeCrs) {
  const result = h('output', {class: 'measured', id: 'measured'});
  const steps = h('div', {class: 'actions', hidden: true});
  const measure = new Measure(view, planeCrs, text => {
    result.textContent = text;
  }, running => {
    steps.hidden = !running;
    for (const kind of ['length', 'area']) {
      byId(`measure-${kind}`).setAttribute('aria-pressed', String(measure.kind === kind));
    }
  });
  steps.append(
    action('target', t('measure_add'), () => measure.addCentre()),
    action('undo', t('measure_undo'), () => measure.undo()),
    action('check', t('measure_finish'), () => measure.finish()),
    action('close', t('measure_clear'), () => measure.stop()));
  byId('pane-tools').append(
    h('section', {},
      h('h2', {}, t('measure')),
      h('p', {class: 'hint'}, t('measure_hint', {crs: planeCrs})),
      h('div', {class: 'actions'},
        action('ruler', t('measure_length'), () => measure.start('length'), {id: 'measure-length', 'aria-pressed': 'false'}),
        action('area', t('measure_area'), () => measure.start('area'), {id: 'measure-area', 'aria-pressed': 'false'})),
      steps, result),
    coordinates(state, view),
    share());
  return measure;
}

/** @param {import('./state.js').State} state @param {import('./map-view.js').MapView} view */
function coordinates(state, view) {
  const list = h('dl', {class: 'pairs'});
  const draw = () => list.replaceChildren(...SHOWN.flatMap(code => [
    h('dt', {}, t(`crs.${code}`)), h('dd', {}, coordinateText(view.centre, code))]));
  state.on(['view'], draw);
  draw();
  return h('section', {}, h('h2', {}, t('centre')), list);
}

function share() {
  const link = /** @type {HTMLInputElement} */ (h('input', {
    type: 'text', readonly: true, 'aria-label': t('link'), id: 'permalink',
    onfocus: () => { link.value = location.href; link.select(); },
  }));
  const paper = /** @type {HTMLAnchorElement} */ (h('a', {class: 'action', id: 'print'}, icon('print'), t('print')));
  const follow = () => {
    link.value = location.href;
    paper.href = `/print${location.search}`;
  };
  follow();
  addEventListener('sip-address', follow);
  return h('section', {}, h('h2', {}, t('share')),
    h('p', {class: 'hint'}, t('share_hint')), link,
    h('div', {class: 'actions'}, action('link', t('copy_link'), async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        announce(t('copied'));
      } catch {
        link.focus();
      }
    }), paper));
}

/**
 * @param {string} image
 * @param {string} words
 * @param {() => void} onclick
 * @param {Record<string, unknown>} [attributes]
 */
function action(image, words, onclick, attributes = {}) {
  return h('button', {type: 'button', class: 'action', onclick, ...attributes}, icon(image), words);
}
