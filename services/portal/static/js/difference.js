// @ts-check
// What differs between two days: coloured, framed and lettered objects, and the same as a list.

import {announce} from './announce.js';
import {h} from './dom.js';
import {language, number, t} from './words.js';
import {
  Circle, Fill, GeoJSON, Stroke, Style, VectorLayer, VectorSource, transformExtent,
} from '../vendor/openlayers.js';

const MOST = 2000;
/** Colour, dash and letter of each kind of change: none of them stands alone. */
const LOOKS = {
  added: {colour: '#00664f', dash: undefined, letter: '+'},
  changed: {colour: '#8a5a00', dash: [10, 5], letter: 'Z'},
  removed: {colour: '#b3005e', dash: [2, 6], letter: '−'},
};
if (language === 'en') LOOKS.changed.letter = 'C';
const KINDS = /** @type {(keyof typeof LOOKS)[]} */ (Object.keys(LOOKS));
const BADGE_PX = 11;

/** The difference as a layer of the map, and as a list in the panel. */
export class Difference {
  #catalogue;
  #state;
  #view;
  #list;
  #source = new VectorSource();
  #asked = 0;

  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {import('./state.js').State} state
   * @param {import('./map-view.js').MapView} view
   * @param {HTMLElement} list
   */
  constructor(catalogue, state, view, list) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#view = view;
    this.#list = list;
    const styles = Object.fromEntries(KINDS.map(kind => [kind, lookOf(LOOKS[kind])]));
    view.map.addLayer(new VectorLayer({
      source: this.#source, zIndex: 900,
      style: (/** @type {any} */ feature) => styles[feature.get('row_change')],
    }));
    state.on(['time', 'view', 'layers'], () => this.#load());
    this.#load();
  }

  async #load() {
    const asked = this.#asked += 1;
    const {time} = this.#state;
    if (!time?.since) { this.#source.clear(); return; }
    document.documentElement.dataset.difference = 'busy';
    const box = transformExtent(this.#view.map.getView().calculateExtent(), 'EPSG:3857', 'EPSG:4326');
    const layers = this.#state.layers.map(one => this.#catalogue.layers.get(one.id))
      .filter(layer => layer !== undefined && layer.history && Boolean(layer.geometry));
    const found = await Promise.all(layers.map(async layer => {
      const query = new URLSearchParams({
        from: String(time.since), to: time.day, limit: String(MOST), f: 'json',
        bbox: box.map((/** @type {number} */ edge) => edge.toFixed(6)).join(),
      });
      const answer = await fetch(`${layer?.links.changes}?${query}`);
      return {layer, changes: answer.ok ? await answer.json() : null};
    }));
    if (asked !== this.#asked) return;
    this.#draw(found, time);
    document.documentElement.dataset.difference = 'drawn';
  }

  /**
   * @param {{layer: any, changes: any}[]} found
   * @param {import('./time.js').Time} time
   */
  #draw(found, time) {
    const format = new GeoJSON({dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857'});
    this.#source.clear();
    for (const {changes} of found) {
      const drawn = (changes?.features ?? []).filter((/** @type {any} */ one) => one.geometry);
      this.#source.addFeatures(drawn.map((/** @type {any} */ one) => format.readFeature({...one, id: undefined})));
    }
    const told = found.map(({layer, changes}) => this.#line(layer, changes, time));
    this.#list.replaceChildren(
      h('h3', {}, t('differences')),
      h('ul', {class: 'difference-legend'}, ...KINDS.map(kind => h('li', {}, badge(kind), t(`change.${kind}`)))),
      told.length ? h('ul', {}, ...told) : h('p', {class: 'hint'}, t('no_differences_here')));
    const all = found.reduce((sum, {changes}) => sum + (changes?.numberMatched ?? 0), 0);
    announce(t('differences_found', {count: number(all)}));
  }

  /** @param {any} layer @param {any} changes @param {import('./time.js').Time} time */
  #line(layer, changes, time) {
    if (!changes) return h('li', {}, `${layer.title}: ${t('no_answer')}`);
    const counts = KINDS.map(kind => {
      const count = changes.features.filter((/** @type {any} */ one) => one.properties.row_change === kind).length;
      return `${t(`change.${kind}`)} ${number(count)}`;
    });
    const more = changes.numberMatched > changes.numberReturned ? '…' : '';
    const query = new URLSearchParams({from: String(time.since), to: time.day, f: 'html', lang: language});
    return h('li', {}, h('a', {href: `${layer.links.changes}?${query}`}, layer.title), `: ${counts.join(', ')}${more}`);
  }
}

/** @param {keyof typeof LOOKS} kind */
function badge(kind) {
  return h('span', {class: `badge ${kind}`, 'aria-hidden': 'true'}, LOOKS[kind].letter);
}

/** @param {{colour: string, dash: number[] | undefined, letter: string}} look */
function lookOf({colour, dash, letter}) {
  return [
    new Style({
      stroke: new Stroke({color: '#ffffff', width: 6}),
      image: new Circle({radius: BADGE_PX + 2, fill: new Fill({color: '#ffffff'})}),
    }),
    new Style({fill: new Fill({color: `${colour}33`}), stroke: new Stroke({color: colour, width: 3, lineDash: dash})}),
    new Style({
      geometry: (/** @type {any} */ feature) => middle(feature.getGeometry()),
      renderer: (/** @type {number[]} */ place, /** @type {any} */ state) => drawBadge(place, state, colour, letter),
    }),
  ];
}

/** A point of a geometry where its letter stands. @param {any} shape */
function middle(shape) {
  if (shape.getInteriorPoint) return shape.getInteriorPoint();
  if (shape.getInteriorPoints) return shape.getInteriorPoints().getPoint(0);
  if (shape.getLineString) return middle(shape.getLineString(0));
  if (shape.getCoordinateAt) {
    const point = shape.clone();
    point.setCoordinates([shape.getCoordinateAt(0.5), shape.getCoordinateAt(0.5)]);
    return point;
  }
  return shape.getPoint ? shape.getPoint(0) : shape;
}

/** @param {any} place @param {any} state @param {string} colour @param {string} letter */
function drawBadge(place, state, colour, letter) {
  const [x, y] = Array.isArray(place[0]) ? place[0] : place;
  const {context, pixelRatio} = state;
  context.save();
  context.beginPath();
  context.arc(x, y, BADGE_PX * pixelRatio, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 2 * pixelRatio;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.fillStyle = '#ffffff';
  context.font = `bold ${14 * pixelRatio}px system-ui, "DejaVu Sans", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(letter, x, y);
  context.restore();
}
