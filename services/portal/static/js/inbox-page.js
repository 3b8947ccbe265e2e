// @ts-check
// The inbox of field work: what could not be merged, on the map and as a list, and how it ends.

import {announce} from './announce.js';
import {loadCatalogue} from './catalogue.js';
import {byId, h, icon} from './dom.js';
import {MapView} from './map-view.js';
import {State} from './state.js';
import {date, language, loadWords, t, valueText} from './words.js';

/**
 * @typedef {'mine' | 'theirs'} Side
 * @typedef {{name: string, open: boolean, base: unknown, theirs: unknown, mine: unknown}} Value
 * @typedef {{id: number, layer: string, row_id: number | null, fid: number, who: string, at: string,
 *   reason: string, deleted: boolean, gone: boolean, fields: Value[], geometry: object | null,
 *   box: number[] | null}} Conflict
 */

const [catalogue] = await Promise.all([loadCatalogue(), loadWords()]);
const state = new State(/** @type {any} */ ({crs: catalogue.storage_crs, base: 1, feature: null, table: null, theme: null, time: null}), []);
const view = new MapView(byId('map'), catalogue, state);
view.fit(catalogue.extent, {margin: 10});
await show();
document.documentElement.dataset.ready = 'true';

/** Read the inbox and show it. */
async function show() {
  const answer = await fetch(`/api/conflicts?lang=${language}`, {cache: 'no-store'});
  if (!answer.ok) {
    byId('conflicts').replaceChildren(h('p', {class: 'notice'},
      answer.status === 401 ? h('a', {href: `/account/sign-in?next=/inbox&lang=${language}`}, t('inbox_sign_in')) : t('no_answer')));
    return;
  }
  const {conflicts} = /** @type {{conflicts: Conflict[]}} */ (await answer.json());
  byId('conflicts').replaceChildren(...(conflicts.length ? conflicts.map(card) : [h('p', {class: 'hint'}, t('inbox_empty'))]));
  view.mark(conflicts.map(one => one.geometry).filter(shape => shape !== null));
}

/** @param {Conflict} one @returns {HTMLElement} */
function card(one) {
  const layer = catalogue.layers.get(one.layer);
  const place = one.box;
  const problem = h('p', {class: 'problem', role: 'alert', hidden: true});
  const form = /** @type {HTMLFormElement} */ (h('form', {onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    end(one, chosen(one, form), problem);
  }},
    ...one.fields.filter(value => value.open).map(value => choice(one, layer, value)),
    problem,
    h('div', {class: 'actions'},
      place ? h('button', {type: 'button', class: 'action', onclick: () => view.fit(place)}, icon('zoom'), t('show_on_map')) : null,
      one.fields.some(value => value.open) ? h('button', {class: 'action'}, t('inbox_save')) : null,
      h('button', {type: 'button', class: 'action', onclick: () => end(one, {whole: 'mine'}, problem)}, t('inbox_mine')),
      h('button', {type: 'button', class: 'action', onclick: () => end(one, {whole: 'theirs'}, problem)}, t('inbox_theirs')))));
  return h('details', {class: 'object', id: `conflict-${one.id}`},
    h('summary', {}, icon('right'), h('span', {class: 'name'}, `${layer?.title ?? one.layer} ${one.row_id ?? t('inbox_new')}`)),
    h('p', {}, one.reason),
    h('p', {class: 'hint'}, `${one.who}, ${date(one.at)}`),
    form);
}

/** @param {Conflict} one @param {import('./catalogue.js').Layer | undefined} layer @param {Value} value @returns {HTMLElement} */
function choice(one, layer, value) {
  const field = layer?.fields.find(each => each.name === value.name);
  const said = (/** @type {unknown} */ side) =>
    value.name === 'geom' ? t('inbox_geometry') : field ? valueText(field, side) : String(side ?? '–');
  const radio = (/** @type {Side} */ side, /** @type {string} */ words) => h('label', {class: 'side'},
    h('input', {type: 'radio', name: value.name, value: side, checked: side === 'mine'}),
    h('span', {}, h('small', {}, words), h('b', {}, said(value[side]))));
  return h('fieldset', {class: 'conflict'},
    h('legend', {}, value.name === 'geom' ? t('inbox_geometry') : field?.title ?? value.name),
    radio('mine', t('inbox_from_field')),
    ...(one.gone ? [] : [radio('theirs', t('inbox_from_database'))]));
}

/** @param {Conflict} one @param {HTMLFormElement} form @returns {object} */
function chosen(one, form) {
  const sides = new FormData(form);
  const open = one.fields.filter(value => value.open);
  return {fields: Object.fromEntries(open.map(value => [value.name, sides.get(value.name)]))};
}

/**
 * End a conflict as was decided; a refusal stays in the card.
 * @param {Conflict} one
 * @param {object} decision
 * @param {HTMLElement} problem
 */
async function end(one, decision, problem) {
  const me = await (await fetch('/account/me', {cache: 'no-store'})).json();
  const answer = await fetch(`/api/conflicts/${one.id}?lang=${language}`, {
    method: 'POST', body: JSON.stringify(decision),
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': me.csrf ?? ''},
  }).catch(() => null);
  if (answer?.ok) {
    announce(t('inbox_settled'));
    await show();
    byId('inbox').focus();
    return;
  }
  const told = await answer?.json().catch(() => null);
  problem.textContent = told?.description ?? t('no_answer');
  problem.hidden = false;
}
