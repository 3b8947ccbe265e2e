// @ts-check
// The map page: reads its address, starts the parts, and keeps the address true.

import {announce} from './announce.js';
import {folded, isDrawn, loadCatalogue} from './catalogue.js';
import {between, isKnown} from './crs.js';
import {byId} from './dom.js';
import {startLayerPanel} from './layer-panel.js';
import {startLegend} from './legend-panel.js';
import {MapView} from './map-view.js';
import {ObjectDrawer} from './object-drawer.js';
import {read, write} from './permalink.js';
import {showResults, startResults} from './results-panel.js';
import {search, startSearchBox} from './search-box.js';
import {lower, raise, select, startPanel} from './sheet.js';
import {State} from './state.js';
import {startStatusBar} from './status-bar.js';
import {TableDock} from './table-dock.js';
import {startTime} from './time-panel.js';
import {timeQuery} from './time.js';
import {startTools} from './tools-panel.js';
import {language, loadWords, t} from './words.js';

const POINTER_PX = 8;
const TOUCH_PX = 16;
const MOST_SUGGESTED_LAYERS = 3;
const MOST_OF_THEME = 8;

const [catalogue] = await Promise.all([loadCatalogue(), loadWords()]);
const seen = read(location.search);
const state = new State(isKnown(seen.crs) ? seen : {...seen, crs: catalogue.storage_crs}, firstLayers());
startPanel();
const view = new MapView(byId('map'), catalogue, state);
if (seen.centre && seen.scale) {
  view.goTo(between(seen.centre, state.crs, 3857), seen.scale);
} else {
  view.fit(firstExtent(), {margin: 10});
  if (seen.theme) view.comeNear();
}
startLayerPanel(catalogue, state, view);
startLegend(catalogue, state);
startResults();
const measure = startTools(state, view, catalogue.storage_crs);
startTime(catalogue, state, view);
startStatusBar(state, view);
const drawer = new ObjectDrawer(catalogue, state, view);
new TableDock(catalogue, state, async (layer, id) => {
  if (editor && !await editor.leave()) return;
  if (catalogue.layers.get(layer)?.geometry && !state.shown(layer)) state.toggle(layer, true);
  drawer.open(layer, id);
});
/** @type {import('./edit/editor.js').Editor | null} */
let editor = null;
state.on(['editing'], edit);
startButtons();
startSearch();
startIdentify();
if (seen.feature) drawer.open(seen.feature.layer, seen.feature.id, {move: !seen.centre});
state.on(['layers', 'view', 'object', 'table', 'crs', 'base', 'time'], keepAddress);
keepAddress();
document.documentElement.dataset.ready = 'true';

/** The layers that the address names; else those of its theme, or those meant to be seen at first. */
function firstLayers() {
  if (seen.layers) {
    return seen.layers.filter(one => catalogue.layers.has(one.id)).map(one => ({
      ...one, year: catalogue.layers.get(one.id)?.years.includes(one.year ?? 0) ? one.year : null,
    }));
  }
  const theme = catalogue.themes.find(one => one.id === seen.theme);
  const drawn = (theme ? theme.layers : [...catalogue.layers.values()])
    .filter(layer => isDrawn(layer) && layer.kind !== 'external' && !catalogue.base_maps.includes(layer.id));
  const visible = drawn.filter(layer => layer.visible);
  const rows = drawn.filter(layer => layer.kind === 'vector' && layer.rows).slice(-MOST_OF_THEME);
  const ofTheme = rows.length ? rows : drawn.slice(-1);
  const chosen = visible.length || !theme ? visible : ofTheme;
  return chosen.map(layer => ({id: layer.id, opacity: 1, year: null}));
}

/** Where the layers of the address's theme are, else the whole area: a flight covers a part of it. */
function firstExtent() {
  const boxes = seen.theme ? state.layers.map(one => catalogue.layers.get(one.id)?.extent ?? null) : [];
  if (!boxes.length || boxes.includes(null)) return catalogue.extent;
  const [wests, souths, easts, norths] = [0, 1, 2, 3].map(side => boxes.map(box => /** @type {number[]} */ (box)[side]));
  return [Math.min(...wests), Math.min(...souths), Math.max(...easts), Math.max(...norths)];
}

function keepAddress() {
  const [x, y] = between(view.centre, 3857, state.crs);
  const address = write({
    language, centre: [x, y], crs: state.crs, scale: view.scale, layers: state.layers,
    base: state.base, feature: state.feature, table: state.table, theme: state.theme, query: null,
    time: state.time,
  });
  if (address === location.search) return;
  history.replaceState(null, '', address);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('[data-language]'))) {
    link.href = address.replace(`lang=${language}`, `lang=${link.dataset.language}`);
  }
  dispatchEvent(new Event('sip-address'));
}

function startButtons() {
  byId('zoom-in').addEventListener('click', () => view.zoom(1));
  byId('zoom-out').addEventListener('click', () => view.zoom(-1));
  byId('zoom-home').addEventListener('click', () => view.fit(catalogue.extent));
  byId('locate').addEventListener('click', () => {
    announce(t('locating'));
    navigator.geolocation.getCurrentPosition(
      ({coords}) => show([coords.longitude, coords.latitude]),
      () => announce(t('not_located')), {enableHighAccuracy: true, timeout: 10_000});
  });
}

/** Mark a place and go there. @param {number[]} place degrees */
function show(place) {
  view.mark([{type: 'Point', coordinates: place}]);
  view.fit([...place, ...place]);
}

function startSearch() {
  const input = /** @type {HTMLInputElement} */ (byId('search'));
  const choose = async (/** @type {import('./search-box.js').Result} */ result) => {
    if (editor && result.id !== undefined && !await editor.leave()) return;
    if (result.kind === 'layer' && result.layer) {
      state.toggle(result.layer, true);
      select('layers');
      raise();
    } else if (result.kind === 'coordinates' && result.center) {
      show(result.center);
      lower();
      announce(t('went_to', {title: result.title}));
    } else if (result.layer && result.id !== undefined) {
      if (!state.shown(result.layer) && !catalogue.base_maps.includes(result.layer)) state.toggle(result.layer, true);
      lower();
      drawer.open(result.layer, result.id);
    }
  };
  const submit = async (/** @type {string} */ text) => {
    if (!text) return;
    const results = [...await search(text, {limit: 20, more: timeQuery(state.time)}), ...layersNamed(text)];
    if (results.length === 1) choose(results[0]);
    showResults(text, results, choose);
    select('results');
    if (results.length !== 1) raise();
    announce(results.length ? t('suggested', {count: results.length}) : t('nothing_found'));
  };
  startSearchBox(input, {
    choose, submit, announce, extra: layersNamed, more: () => timeQuery(state.time),
  });
  if (seen.query) {
    input.value = seen.query;
    submit(seen.query);
  }
}

/** Layers whose title has the text. @param {string} text @returns {import('./search-box.js').Result[]} */
function layersNamed(text) {
  const wanted = folded(text);
  return [...catalogue.layers.values()]
    .filter(layer => isDrawn(layer) && folded(layer.title).includes(wanted))
    .slice(0, MOST_SUGGESTED_LAYERS)
    .map(layer => ({kind: 'layer', title: layer.title, layer: layer.id, center: null, box: null}));
}

/** Open the form of what is to be edited; its script is loaded when it is needed first. */
async function edit() {
  const wanted = state.editing;
  const layer = wanted && catalogue.layers.get(wanted.layer);
  if (!wanted || !layer || editor) return;
  const {Editor} = await import('./edit/editor.js');
  measure.stop();
  if (isDrawn(layer) && !state.shown(layer.id)) state.toggle(layer.id, true);
  editor = new Editor(catalogue, state, view, layer, id => {
    editor = null;
    state.edit(null);
    if (id === null) drawer.close();
    else drawer.open(layer.id, id, {move: false});
  });
  try {
    await editor.open(wanted.id);
    drawer.hide();
    lower();
  } catch (error) {
    editor = null;
    state.edit(null);
    announce(/** @type {Error} */ (error).message);
  }
}

function startIdentify() {
  view.map.on('singleclick', (/** @type {any} */ event) => {
    if (measure.kind || editor) return;
    const touch = event.originalEvent.pointerType === 'touch';
    drawer.identify(event.coordinate, touch ? TOUCH_PX : POINTER_PX);
  });
  byId('map').addEventListener('keydown', event => {
    if (event.target !== byId('map')) return;
    if (editor) {
      if (editor.key(event)) event.preventDefault();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (measure.kind) measure.addCentre();
      else drawer.identify(view.centre, TOUCH_PX);
    } else if (measure.kind && event.key === 'Backspace') {
      measure.undo();
    } else if (measure.kind && event.key === 'Escape') {
      measure.stop();
    }
  });
}
