// @ts-check
// The sheet of paper: the map of an address at a true scale, with its legend, for the browser's own
// printing. The address is the map's; what is chosen here is asked for anew each time.

import {isDrawn, loadCatalogue} from './catalogue.js';
import {between, isKnown} from './crs.js';
import {byId, h} from './dom.js';
import {legendList} from './legend-panel.js';
import {MapView} from './map-view.js';
import {read} from './permalink.js';
import {State} from './state.js';
import {niceLength} from './status-bar.js';
import {timeQuery, today} from './time.js';
import {date, loadWords, number, t} from './words.js';

const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 200_000];
/** What CSS prints a pixel as, and what the map's scale takes one for, metres. */
const PRINTED_PX_M = 0.0254 / 96;
const SHOWN_PX_M = 0.00028;
/** Pixels of the picture per pixel of CSS: about 200 dots per inch on paper. */
const SHARPNESS = 2;
const BAR_PX = 150;
const PAUSE_MS = 50;

const [catalogue] = await Promise.all([loadCatalogue(), loadWords()]);
const seen = read(location.search);
const known = (seen.layers ?? []).filter(one => catalogue.layers.has(one.id));
const state = new State(isKnown(seen.crs) ? seen : {...seen, crs: catalogue.storage_crs}, known);
const sheet = byId('sheet');
const title = /** @type {HTMLInputElement} */ (byId('print-title'));
const paper = /** @type {HTMLSelectElement} */ (byId('paper'));
const scale = /** @type {HTMLSelectElement} */ (byId('print-scale'));
const view = new MapView(byId('map'), catalogue, state, {pixelRatio: SHARPNESS});

scale.append(...SCALES.map(one => h('option', {value: one}, t('scale', {scale: number(one, 0)}))));
begin();
title.addEventListener('input', () => { byId('sheet-title').textContent = title.value; });
paper.addEventListener('change', lay);
scale.addEventListener('change', () => place(view.centre));
byId('controls').addEventListener('submit', async event => {
  event.preventDefault();
  while (document.documentElement.dataset.map !== 'idle') await pause();
  print();
});
/** @type {HTMLAnchorElement} */ (byId('back')).href = `/map${location.search}`;
state.on(['view'], tell);
if (seen.feature) await mark(seen.feature.layer, seen.feature.id);
document.documentElement.dataset.ready = 'true';

/** Lay the sheet at the place of the address, else show the whole area. */
function begin() {
  if (matchMedia('(max-width: 60rem)').matches) paper.value = 'a4-portrait';
  sheet.dataset.paper = paper.value;
  view.map.updateSize();
  if (seen.centre) {
    view.goTo(between(seen.centre, state.crs, 3857), 1);
  } else {
    view.fit(catalogue.extent, {margin: 10});
  }
  const wanted = seen.centre && seen.scale ? seen.scale : view.scale * SHOWN_PX_M / PRINTED_PX_M;
  scale.value = String(SCALES.find(one => one >= wanted * 0.95) ?? SCALES.at(-1));
  place(view.centre);
}

function lay() {
  const {centre} = view;
  sheet.dataset.paper = paper.value;
  view.map.updateSize();
  place(centre);
}

/** @param {number[]} centre EPSG:3857 */
function place(centre) {
  view.goTo(centre, Number(scale.value) * PRINTED_PX_M / SHOWN_PX_M);
  tell();
}

/** Write what stands around the map. */
function tell() {
  const drawn = state.layers.filter(one => view.isInScale(one.id))
    .map(one => catalogue.layers.get(one.id)).filter(layer => layer !== undefined && isDrawn(layer));
  byId('legend').replaceChildren(...drawn.map(layer =>
    h('section', {class: 'legend'}, h('h2', {}, layer.title), layer.legend.length ? legendList(layer) : null)));
  const day = state.time ? t(`time_kind.${state.time.kind}`) + ` ${date(state.time.day)}` : date(today());
  const printed = Math.round(view.groundResolution / PRINTED_PX_M);
  byId('facts').textContent = `${t('print_scale')} ${t('scale', {scale: number(printed, 0)})} · ${day}`;
  const sources = drawn.map(layer => layer.external?.attribution
    ?? `${layer.metadata.owner} (${layer.metadata.licence})`);
  byId('sources').textContent = [...new Set(sources)].join('; ');
  byId('address').textContent = `${location.origin}/map${location.search}`;
  const length = niceLength(view.groundResolution * BAR_PX);
  const bar = byId('bar');
  bar.textContent = length < 1000 ? `${number(length)} m` : `${number(length / 1000)} km`;
  bar.style.width = `${length / view.groundResolution}px`;
}

/** Mark the object that the address names. @param {string} layer @param {number} id */
async function mark(layer, id) {
  const answer = await fetch(`/api/feature/${layer}/${id}?${new URLSearchParams(timeQuery(state.time))}`);
  const found = answer.ok ? (await answer.json()).features[0] : null;
  if (found?.geometry) view.mark([found.geometry]);
}

function pause() {
  return new Promise(resolve => { setTimeout(resolve, PAUSE_MS); });
}
