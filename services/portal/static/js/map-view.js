// @ts-check
// The map itself: base map, layers in their order, marks, centre and scale.

import {
  Circle, Fill, GeoJSON, Map as OlMap, Stroke, Style, VectorLayer, VectorSource, View,
  bufferExtent, defaultInteractions, getPointResolution, isEmptyExtent, transformExtent,
} from '../vendor/openlayers.js';
import {between} from './crs.js';
import {makeLayer, makeVector} from './map-layers.js';
import {isDrawn} from './catalogue.js';
import {canShow} from './time.js';

const PX_M = 0.00028;
const CLOSEST = 0.15;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

const MARK = new Style({
  fill: new Fill({color: 'rgba(255, 255, 255, 0.25)'}),
  stroke: new Stroke({color: '#c2185b', width: 3}),
  image: new Circle({
    radius: 9,
    fill: new Fill({color: 'rgba(255, 255, 255, 0.35)'}),
    stroke: new Stroke({color: '#c2185b', width: 3}),
  }),
  zIndex: 2,
});
const MARK_RIM = new Style({
  stroke: new Stroke({color: '#ffffff', width: 7}),
  image: new Circle({radius: 9, stroke: new Stroke({color: '#ffffff', width: 7})}),
  zIndex: 1,
});

/** The map, drawn from the state and moved by the visitor. */
export class MapView {
  /** @type {Map<string, {year: number | null, time: import('./time.js').Time | null, layer: any}>} */
  #drawn = new Map();
  #marks = new VectorSource();
  #catalogue;
  #state;
  #base;

  /**
   * @param {HTMLElement} target
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {import('./state.js').State} state
   * @param {{pixelRatio?: number}} [options] pixelRatio: pixels of the picture per pixel of CSS
   */
  constructor(target, catalogue, state, options = {}) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#base = this.#makeBase();
    this.map = new OlMap({
      target,
      ...options,
      controls: [],
      keyboardEventTarget: target,
      interactions: defaultInteractions({zoomDuration: calm.matches ? 0 : 200}),
      layers: this.#base ? [this.#base] : [],
      view: new View({projection: 'EPSG:3857', minResolution: CLOSEST, smoothResolutionConstraint: true}),
    });
    this.map.addLayer(new VectorLayer({source: this.#marks, style: [MARK_RIM, MARK], zIndex: 1000}));
    this.#flagWhenIdle();
    state.on(['layers', 'base'], () => this.draw());
    state.on(['time'], () => { this.#replaceBase(); this.draw(); });
    this.map.on('moveend', () => state.moved());
    this.draw();
  }

  #makeBase() {
    const layers = this.#catalogue.base_maps.map(id => this.#catalogue.layers.get(id))
      .filter(layer => layer !== undefined && isDrawn(layer));
    return layers.length ? makeVector(/** @type {any} */ (layers), this.#state.time) : null;
  }

  #replaceBase() {
    if (!this.#base) return;
    this.map.removeLayer(this.#base);
    this.#base = this.#makeBase();
    this.map.getLayers().insertAt(0, this.#base);
  }

  /** The page says `data-map="idle"` when everything that is seen has been drawn. */
  #flagWhenIdle() {
    const root = document.documentElement;
    const busy = () => { root.dataset.map = 'busy'; };
    busy();
    this.map.on('loadstart', busy);
    this.map.on('movestart', busy);
    this.map.on('rendercomplete', () => {
      const looks = [this.#base, ...[...this.#drawn.values()].map(one => one.layer)];
      if (looks.every(layer => !layer || !layer.get('waiting'))) root.dataset.map = 'idle';
    });
  }

  /** Draw what the state says: new layers are made, others only moved or faded. */
  draw() {
    document.documentElement.dataset.map = 'busy';
    this.#base?.setOpacity(this.#state.base);
    this.#base?.setVisible(this.#state.base > 0);
    const wanted = new Set(this.#state.layers.map(layer => layer.id));
    for (const [id, {layer}] of this.#drawn) {
      if (!wanted.has(id)) this.#remove(id, layer);
    }
    this.#state.layers.forEach(({id, opacity, year}, index) => {
      const known = this.#drawn.get(id);
      const isOld = known && (known.year !== year || known.time !== this.#state.time);
      if (isOld) this.#remove(id, known.layer);
      const layer = this.#drawn.get(id)?.layer ?? this.#add(id, year);
      layer?.setOpacity(opacity);
      layer?.setZIndex(this.#state.layers.length - index);
    });
    for (const layer of [this.#base, ...[...this.#drawn.values()].map(one => one.layer)]) {
      this.#await(layer);
    }
    this.map.render();
  }

  /** @param {any} layer */
  #await(layer) {
    const ready = layer?.get('ready');
    if (!ready || layer.get('waiting') !== undefined) return;
    layer.set('waiting', true);
    ready.catch((/** @type {Error} */ error) => console.warn(error)).then(() => {
      layer.set('waiting', false);
      layer.changed();
    });
  }

  /** @param {string} id @param {number | null} year */
  #add(id, year) {
    const known = this.#catalogue.layers.get(id);
    if (!known || !isDrawn(known)) return null;
    const {time} = this.#state;
    const layer = makeLayer(known, year, time);
    this.#drawn.set(id, {year, time, layer});
    this.map.addLayer(layer);
    return layer;
  }

  /** @param {string} id @param {any} layer */
  #remove(id, layer) {
    this.map.removeLayer(layer);
    this.#drawn.delete(id);
  }

  /** Draw a layer anew from the server, after its rows were changed. @param {string} id */
  refresh(id) {
    for (const layer of [this.#drawn.get(id)?.layer, this.#base]) layer?.getSource().refresh();
  }

  /** Say why a layer cannot be seen, if so. @param {string} id @returns {string} a key of words */
  whyUnseen(id) {
    const layer = this.#catalogue.layers.get(id);
    if (layer && !canShow(layer, this.#state.time)) return 'no_history';
    return this.isInScale(id) ? '' : 'out_of_scale';
  }

  /** Say whether a layer is drawn at the present scale. @param {string} id */
  isInScale(id) {
    const layer = this.#drawn.get(id)?.layer;
    const resolution = this.map.getView().getResolution() ?? 0;
    return !layer
      || (resolution < layer.getMaxResolution() && resolution >= layer.getMinResolution());
  }

  /** Come so near that at least one of the layers that are switched on is drawn. */
  comeNear() {
    const ids = this.#state.layers.map(layer => layer.id);
    if (!ids.length || ids.some(id => this.isInScale(id))) return;
    const limits = ids.map(id => this.#drawn.get(id)?.layer.getMaxResolution() ?? 0);
    this.map.getView().setResolution(Math.max(...limits) * 0.98);
  }

  /** The centre in EPSG:3857. @returns {number[]} */
  get centre() {
    return this.map.getView().getCenter() ?? [0, 0];
  }

  /** Metres on the ground per pixel at the centre. */
  get groundResolution() {
    const view = this.map.getView();
    return getPointResolution('EPSG:3857', view.getResolution() ?? 1, this.centre, 'm');
  }

  /** The scale denominator at the centre, for pixels of 0.28 mm. */
  get scale() {
    return this.groundResolution / PX_M;
  }

  /** @param {number[]} centre EPSG:3857 @param {number} scale denominator */
  goTo(centre, scale) {
    const view = this.map.getView();
    view.setCenter(centre);
    view.setResolution(scale * PX_M / getPointResolution('EPSG:3857', 1, centre, 'm'));
  }

  /**
   * Show a box of degrees; a point is shown from near by.
   * @param {number[]} box west, south, east, north
   * @param {{far?: number, margin?: number}} [options] far: nearest metres per pixel
   */
  fit(box, {far = 0.6, margin = 40} = {}) {
    const padding = [margin, margin, margin + this.#coveredBelow(), margin];
    const extent = transformExtent(box, 'EPSG:4326', 'EPSG:3857');
    if (isEmptyExtent(extent)) bufferExtent(extent, 1, extent);
    this.map.getView().fit(extent, {
      size: this.map.getSize(), minResolution: far, padding, duration: calm.matches ? 0 : 400,
    });
  }

  /** How many pixels of the map, from below, are covered by sheets. @returns {number} */
  #coveredBelow() {
    const map = this.map.getTargetElement().getBoundingClientRect();
    const tops = [...document.querySelectorAll('.panel, .drawer')]
      .map(sheet => sheet.getBoundingClientRect())
      .filter(sheet => sheet.height && sheet.left <= map.left && sheet.right >= map.right)
      .map(sheet => map.bottom - sheet.top);
    return Math.min(Math.max(0, ...tops), map.height * 0.7);
  }

  /** Enlarge or shrink one step. @param {1 | -1} by */
  zoom(by) {
    const view = this.map.getView();
    view.animate({zoom: (view.getZoom() ?? 0) + by, duration: calm.matches ? 0 : 200});
  }

  /**
   * Mark geometries on the map instead of those marked before.
   * @param {object[]} geometries GeoJSON, degrees
   */
  mark(geometries) {
    this.#marks.clear();
    const format = new GeoJSON({dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857'});
    for (const geometry of geometries) {
      this.#marks.addFeature(format.readFeature({type: 'Feature', geometry, properties: {}}));
    }
  }

  /** Degrees of a coordinate of the map. @param {number[]} coordinate */
  degrees(coordinate) {
    return between(coordinate, 3857, 4326);
  }
}
