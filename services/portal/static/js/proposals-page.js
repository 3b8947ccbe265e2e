// @ts-check
// What flights propose to registers: a list, where it is, what it looks like, and how it ends.

import {announce} from './announce.js';
import {loadCatalogue} from './catalogue.js';
import {byId, h, icon, svg} from './dom.js';
import {Form} from './edit/form.js';
import {Collection, csrf} from './edit/server.js';
import {MapView} from './map-view.js';
import {State} from './state.js';
import {language, loadWords, number, t, valueText} from './words.js';

/**
 * @typedef {{id: number, run: string, layer: string, kind: 'new' | 'changed' | 'gone',
 *   row_id: number | null, near_id: number | null, distance_m: number | null,
 *   confidence: number | null, before: Record<string, unknown>, said: Record<string, unknown>,
 *   filled: Record<string, unknown>, picture: string | null, profile: number[][] | null,
 *   name: string | null, note: string, geometry: object, box: number[], version: number | null, stale: boolean}} Proposal
 * @typedef {{run: string, layer: string, aim: string, found: number, matched: number, unmet: number, open: number,
 *   precision: number | null, recall: number | null}} Run
 */

const KINDS = /** @type {const} */ (['new', 'changed', 'gone']);
const PROFILE = {width: 320, height: 96};

const [catalogue] = await Promise.all([loadCatalogue(), loadWords()]);
const state = new State(/** @type {any} */ ({crs: catalogue.storage_crs, base: 1, feature: null, table: null, theme: null, time: null}), []);
const view = new MapView(byId('map'), catalogue, state);
view.fit(catalogue.extent, {margin: 10});
/** @type {string} the layer and the run that are looked at, as JSON; empty for all */
let chosen = '';
await show({all: true});
openNamed();
addEventListener('hashchange', openNamed);
document.documentElement.dataset.ready = 'true';

/**
 * Read runs and proposals and show them.
 * @param {{all?: boolean}} [options] all: the map shows where they all are
 */
async function show({all = false} = {}) {
  const answer = await fetch(`/api/proposals/runs?lang=${language}`, {cache: 'no-store'});
  if (!answer.ok) {
    byId('list').replaceChildren(h('p', {class: 'notice'},
      answer.status === 401 ? h('a', {href: `/account/sign-in?next=${encodeURIComponent(`/proposals?lang=${language}`)}&lang=${language}`}, t('proposals_sign_in')) : t('no_answer')));
    return;
  }
  const {runs} = /** @type {{runs: Run[]}} */ (await answer.json());
  const asked = new URLSearchParams({lang: language});
  if (chosen) Object.entries(JSON.parse(chosen)).forEach(([key, value]) => asked.set(key, String(value)));
  const {proposals, total} = /** @type {{proposals: Proposal[], total: number}} */ (
    await (await fetch(`/api/proposals?${asked}`, {cache: 'no-store'})).json());
  byId('filter').replaceChildren(...(runs.length ? [picker(runs), ...scores(runs), ...(chosen ? [rule()] : [])] : []));
  byId('list').replaceChildren(...(proposals.length ? proposals.map(card) : [h('p', {class: 'hint'}, t('proposals_empty'))]),
    ...(total > proposals.length
      ? [h('p', {class: 'notice'}, t('proposals_first', {shown: number(proposals.length), total: number(total)}))] : []));
  view.mark(proposals.map(one => one.geometry));
  if (all && proposals.length) {
    const edge = (/** @type {number} */ side) => proposals.map(one => one.box[side]);
    view.fit([Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))]);
  }
}

/** Open the proposal that the address names, as QGIS does. */
function openNamed() {
  const named = /** @type {HTMLDetailsElement | null} */ (location.hash ? document.getElementById(location.hash.slice(1)) : null);
  if (!named) return;
  named.open = true;
  named.scrollIntoView();
}

/** @param {Run} one @returns {string} */
function keyOf(one) {
  return JSON.stringify({layer: one.layer, run: one.run});
}

/** @param {Run[]} runs @returns {HTMLElement} */
function picker(runs) {
  const keys = [...new Set(runs.map(keyOf))];
  const title = (/** @type {string} */ key) => {
    const {layer, run} = JSON.parse(key);
    return `${catalogue.layers.get(layer)?.title ?? layer}: ${run}`;
  };
  return field('run', t('proposals_run'),
    h('select', {id: 'run', onchange: (/** @type {Event} */ event) => {
      chosen = /** @type {HTMLSelectElement} */ (event.target).value;
      show({all: true});
    }},
      h('option', {value: ''}, t('proposals_every_run')),
      ...keys.map(key => h('option', {value: key, selected: key === chosen}, title(key)))));
}

/** @param {Run[]} runs @returns {HTMLElement[]} */
function scores(runs) {
  const share = (/** @type {number | null} */ one) => one === null ? t('proposals_unknown') : `${number(100 * one, 0)}%`;
  return runs.filter(one => one.found && keyOf(one) === chosen).map(one => h('p', {class: 'hint'},
    one.aim === 'gone' ? `${t('proposals_gone')}: ` : '', t(one.aim === 'gone' ? 'proposals_score_gone' : 'proposals_score', {
      found: number(one.found), matched: number(one.matched), unmet: number(one.unmet), open: number(one.open),
      precision: share(one.precision), recall: share(one.recall)})));
}

/** @returns {HTMLElement} */
function rule() {
  const problem = h('p', {class: 'problem', role: 'alert', hidden: true});
  const form = /** @type {HTMLFormElement} */ (h('form', {onsubmit: async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const said = new FormData(form);
    const limit = (/** @type {string} */ name) => said.get(name) ? Number(said.get(name)) : null;
    const least = limit('confidence');
    const answer = await send('rule', {...JSON.parse(chosen), kind: said.get('kind'), distance: limit('distance'),
      confidence: least === null ? null : least / 100,
      decision: /** @type {HTMLButtonElement} */ (event.submitter).value});
    const told = await answer?.json().catch(() => null);
    if (!answer?.ok) {
      problem.textContent = told?.description ?? t('no_answer');
      problem.hidden = false;
      return;
    }
    announce(t('proposals_decided', {done: told.decided, refused: told.refused.length}));
    await show();
    byId('proposals').prepend(h('p', {class: 'notice', role: 'status'},
      t('proposals_decided', {done: told.decided, refused: told.refused.length}), ' ',
      [...new Set(told.refused.map((/** @type {{description: string}} */ one) => one.description))].join(' ')));
  }},
    h('p', {class: 'hint'}, t('proposals_rule_lead')),
    field('rule-kind', t('proposals_kind'), h('select', {id: 'rule-kind', name: 'kind'},
      ...KINDS.map(kind => h('option', {value: kind}, t(`proposals_${kind}`))))),
    field('rule-least', t('proposals_least'), h('input', {id: 'rule-least', name: 'confidence', type: 'number', min: 0, max: 100})),
    field('rule-most', t('proposals_most'), h('input', {id: 'rule-most', name: 'distance', type: 'number', min: 0, step: 'any'})),
    problem,
    buttons()));
  return h('details', {class: 'object'}, h('summary', {}, icon('right'), h('span', {class: 'name'}, t('proposals_rule'))), form);
}

/** @param {string} id @param {string} words @param {HTMLElement} control @returns {HTMLElement} */
function field(id, words, control) {
  return h('div', {class: 'edit-field'}, h('label', {for: id}, words), control);
}

/** @param {...(Node | null)} more @returns {HTMLElement} */
function buttons(...more) {
  return h('div', {class: 'actions'}, ...more,
    h('button', {class: 'action', value: 'accept'}, t('proposals_accept')),
    h('button', {class: 'action', value: 'reject'}, t('proposals_reject')));
}

/** @param {Proposal} one @returns {HTMLElement} */
function card(one) {
  const layer = catalogue.layers.get(one.layer);
  const title = `${layer?.title ?? one.layer}: ${t(`proposals_${one.kind}`)}${one.row_id ? ` ${one.name ?? one.row_id}` : ''}`;
  const problem = h('p', {class: 'problem', role: 'alert', hidden: true});
  const isGone = one.row_id !== null && one.version === null;
  const note = /** @type {HTMLInputElement} */ (h('input', {id: `note-${one.id}`, name: 'note', maxlength: 500, value: one.note}));
  const place = h('div', {});
  /** @type {Form | null} */
  let form = null;
  const decide = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const {value} = /** @type {HTMLButtonElement} */ (event.submitter);
    end(one, {decision: value, note: note.value, values: value === 'accept' ? form?.changes() ?? {} : {},
      ...(one.stale ? {seen: one.version} : {})}, problem);
  };
  return h('details', {class: 'object', id: `proposal-${one.id}`, name: 'proposal', ontoggle: async (/** @type {Event} */ event) => {
    const {open} = /** @type {HTMLDetailsElement} */ (event.target);
    place.replaceChildren();
    form = open ? await asked(one, layer, place) : null;
    if (open) {
      view.mark([one.geometry]);
      view.fit(one.box, {far: 0.15, margin: 80});
    }
  }},
    h('summary', {}, icon('right'), h('span', {class: 'name'}, title, h('span', {class: 'hint'}, [size(one, layer), sure(one)].filter(Boolean).join(' · ')))),
    h('p', {class: 'hint'}, [`${t('proposals_run')} ${one.run}`, whereabouts(one)].filter(Boolean).join(' · ')),
    one.stale ? h('p', {class: 'notice'}, t(isGone ? 'proposals_row_gone' : 'proposals_stale')) : null,
    differences(one, layer),
    one.picture ? h('img', {class: 'evidence', src: one.picture, alt: t('proposals_picture'), loading: 'lazy'}) : null,
    one.profile ? profile(one.profile) : null,
    h('form', {novalidate: true, onsubmit: decide}, place, field(`note-${one.id}`, t('proposals_note'), note), problem,
      buttons(h('button', {type: 'button', class: 'action', onclick: () => view.fit(one.box)}, icon('zoom'), t('show_on_map')))));
}

/** @param {Proposal} one @returns {string} */
function whereabouts(one) {
  if (one.distance_m === null) return '';
  const values = {row: one.name ?? String(one.row_id ?? one.near_id), distance: number(one.distance_m, 1)};
  return t(one.row_id === null ? 'proposals_near' : 'proposals_row', values);
}

/**
 * The first number that tells it from the others of the list.
 * @param {Proposal} one @param {import('./catalogue.js').Layer | undefined} layer @returns {string}
 */
function size(one, layer) {
  const known = layer?.fields.find(each => typeof one.said[each.name] === 'number');
  if (!known) return '';
  const [before, said] = [one.before[known.name], one.said[known.name]];
  return `${known.title}: ${before === undefined || before === null ? '' : `${valueText(known, before)} → `}${valueText(known, said)}`;
}

/** @param {Proposal} one @returns {string} */
function sure(one) {
  return one.confidence === null ? '' : t('proposals_confidence', {share: number(100 * one.confidence, 0)});
}

/** @param {Proposal} one @param {import('./catalogue.js').Layer | undefined} layer @returns {HTMLElement | null} */
function differences(one, layer) {
  const names = Object.keys(one.said);
  if (!names.length) return null;
  const cells = (/** @type {string} */ name) => {
    const known = layer?.fields.find(each => each.name === name);
    const said = (/** @type {unknown} */ value) => known ? valueText(known, value) : String(value ?? '–');
    return h('tr', {}, h('th', {scope: 'row'}, known?.title ?? name),
      one.kind === 'new' ? null : h('td', {}, said(one.before[name])), h('td', {}, said(one.said[name])));
  };
  return h('table', {class: 'proposal-values'},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('proposals_field')),
      one.kind === 'new' ? null : h('th', {scope: 'col'}, t('proposals_before')),
      h('th', {scope: 'col'}, t('proposals_said')))),
    h('tbody', {}, ...names.map(cells)));
}

/**
 * Ask for what a register must have and a flight cannot know; only the open card has a form.
 * @param {Proposal} one @param {import('./catalogue.js').Layer | undefined} layer @param {HTMLElement} place
 * @returns {Promise<Form | null>}
 */
async function asked(one, layer, place) {
  if (one.kind !== 'new' || !layer?.links.items) return null;
  const schema = await new Collection(layer, catalogue.storage_crs, catalogue.north_first).schema();
  const lacking = (schema.required ?? []).filter(name =>
    !(name in one.said) && schema.properties[name] && schema.properties[name].default === undefined);
  const properties = Object.fromEntries(lacking.map(name => [name, schema.properties[name]]));
  const form = new Form({required: lacking, properties}, one.filled, () => {});
  place.replaceChildren(...(form.elements.length
    ? [h('fieldset', {class: 'conflict'}, h('legend', {}, t('proposals_to_fill')), ...form.elements)] : []));
  return form;
}

/** @param {number[][]} points metres along, metres over ground @returns {Node} */
function profile(points) {
  const top = Math.max(1, ...points.map(point => point[1]));
  const [left, right] = [points[0][0], points[points.length - 1][0]];
  const x = (/** @type {number} */ along) => (along - left) / Math.max(right - left, 1) * PROFILE.width;
  const y = (/** @type {number} */ over) => PROFILE.height - over / top * (PROFILE.height - 8);
  const line = points.map(([along, over]) => `${x(along).toFixed(1)},${y(over).toFixed(1)}`).join(' ');
  const words = t('proposals_profile', {top: number(top, 1)});
  return h('figure', {class: 'profile'},
    svg('svg', {viewBox: `0 0 ${PROFILE.width} ${PROFILE.height}`, role: 'img', 'aria-label': words},
      svg('polygon', {points: `0,${PROFILE.height} ${line} ${PROFILE.width},${PROFILE.height}`})),
    h('figcaption', {class: 'hint'}, words));
}

/**
 * End a proposal as was decided; a refusal stays in the card.
 * @param {Proposal} one @param {{decision: string}} decision @param {HTMLElement} problem
 */
async function end(one, decision, problem) {
  const answer = await send(String(one.id), decision);
  if (answer?.ok) {
    announce(t(decision.decision === 'accept' ? 'proposals_accepted' : 'proposals_rejected', {id: one.id}));
    const next = document.getElementById(`proposal-${one.id}`)?.nextElementSibling?.id;
    await show();
    const summary = next ? document.getElementById(next)?.querySelector('summary') : null;
    (summary ?? byId('proposals')).focus();
    return;
  }
  const told = await answer?.json().catch(() => null);
  problem.textContent = told?.description ?? t('no_answer');
  problem.hidden = false;
}

/** @param {string} path @param {object} body @returns {Promise<Response | null>} */
async function send(path, body) {
  return fetch(`/api/proposals/${path}?lang=${language}`, {
    method: 'POST', body: JSON.stringify(body),
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': await csrf()},
  }).catch(() => null);
}
