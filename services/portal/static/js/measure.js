// @ts-check
// Lengths and areas in the plane CRS of the registers, drawn by pointer, touch or keys.

import {Circle, Draw, Fill, Stroke, Style, VectorLayer, VectorSource} from '../vendor/openlayers.js';
import {announce} from './announce.js';
import {between} from './crs.js';
import {number, t} from './words.js';

const LOOK = new Style({
  fill: new Fill({color: 'rgba(20, 88, 122, 0.15)'}),
  stroke: new Stroke({color: '#14587a', width: 3, lineDash: [8, 5]}),
  image: new Circle({radius: 6, fill: new Fill({color: '#ffffff'}), stroke: new Stroke({color: '#14587a', width: 3})}),
});

/**
 * The length of a line.
 * @param {number[][]} points metres of a plane
 * @returns {number} metres
 */
export function lengthOf(points) {
  return points.slice(1).reduce((sum, [x, y], index) =>
    sum + Math.hypot(x - points[index][0], y - points[index][1]), 0);
}

/**
 * The area of a ring, by the formula of Gauss, about its first point to keep digits.
 * @param {number[][]} ring metres of a plane
 * @returns {number} square metres
 */
export function areaOf(ring) {
  const [x0, y0] = ring[0] ?? [0, 0];
  const doubled = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
  return Math.abs(doubled) / 2;
}

/** @param {number} value metres */
export function lengthText(value) {
  return value < 10_000 ? `${number(value, 2)}\u00a0m` : `${number(value / 1000, 3)}\u00a0km`;
}

/** @param {number} value square metres */
export function areaText(value) {
  const hectares = value >= 1000 ? ` (${number(value / 10_000, 4)}\u00a0ha)` : '';
  return `${number(value, 1)}\u00a0m²${hectares}`;
}

/** Measuring on the map. */
export class Measure {
  /** What is being measured. @type {'length' | 'area' | null} */
  kind = null;
  /** @type {any} */
  #draw = null;
  #source = new VectorSource();
  #view;
  #planeCrs;
  #tell;
  #changed;

  /**
   * @param {import('./map-view.js').MapView} view
   * @param {number} planeCrs EPSG code
   * @param {(text: string) => void} tell takes the words of the result
   * @param {(running: boolean) => void} changed hears of beginning and end
   */
  constructor(view, planeCrs, tell, changed) {
    this.#view = view;
    this.#planeCrs = planeCrs;
    this.#tell = tell;
    this.#changed = changed;
    view.map.addLayer(new VectorLayer({source: this.#source, style: LOOK, zIndex: 1001}));
  }

  /** Begin anew. @param {'length' | 'area'} kind */
  start(kind) {
    this.stop();
    this.kind = kind;
    this.#draw = new Draw({source: this.#source, type: kind === 'length' ? 'LineString' : 'Polygon', style: LOOK});
    this.#draw.on('drawstart', (/** @type {any} */ event) => {
      this.#source.clear();
      event.feature.getGeometry().on('change', (/** @type {any} */ change) => this.#say(change.target));
    });
    this.#draw.on('drawend', (/** @type {any} */ event) => announce(this.#say(event.feature.getGeometry())));
    this.#view.map.addInteraction(this.#draw);
    this.#tell(t('measure_begin'));
    this.#changed(true);
  }

  /** Add a corner at the middle of the map, for those who do not point. */
  addCentre() {
    this.#draw?.appendCoordinates([this.#view.centre]);
  }

  /** Take the last corner back. */
  undo() {
    this.#draw?.removeLastPoint();
  }

  /** End the line or close the ring. */
  finish() {
    this.#draw?.finishDrawing();
  }

  /** Put everything away. */
  stop() {
    if (this.#draw) this.#view.map.removeInteraction(this.#draw);
    this.#draw = null;
    this.kind = null;
    this.#source.clear();
    this.#tell('');
    this.#changed(false);
  }

  /** @param {any} geometry @returns {string} */
  #say(geometry) {
    const flat = geometry.getType() === 'Polygon' ? geometry.getCoordinates()[0] : geometry.getCoordinates();
    const plane = flat.map((/** @type {number[]} */ point) => between(point, 3857, this.#planeCrs));
    const text = this.kind === 'area'
      ? t('measured_area', {area: areaText(areaOf(plane)), length: lengthText(lengthOf(plane))})
      : t('measured_length', {length: lengthText(lengthOf(plane))});
    this.#tell(text);
    return text;
  }
}
