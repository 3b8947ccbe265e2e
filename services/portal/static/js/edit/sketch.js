// @ts-check
// Drawing and changing one geometry on the map, snapping to what is there.

import {Circle, Draw, Fill, GeoJSON, Modify, Snap, Stroke, Style, VectorLayer, VectorSource} from '../../vendor/openlayers.js';
import {between} from '../crs.js';
import {rounded, turned, withPart} from './shape.js';

/** @typedef {import('./shape.js').Geometry} Geometry */

const LOOK = [
  new Style({stroke: new Stroke({color: '#ffffff', width: 7}), image: new Circle({radius: 9, stroke: new Stroke({color: '#ffffff', width: 7})})}),
  new Style({
    fill: new Fill({color: 'rgba(194, 24, 91, 0.18)'}),
    stroke: new Stroke({color: '#c2185b', width: 3}),
    image: new Circle({radius: 8, fill: new Fill({color: '#ffffff'}), stroke: new Stroke({color: '#c2185b', width: 3})}),
  }),
];
const narrow = matchMedia('(max-width: 900px)');
const SNAP_PX = 12;
const SNAP_ROWS = 1000;
const FINEST_M = 3;
const STORED_DIGITS = 4;

/** One geometry under the pen. Outside of here it is in the storage CRS, east first. */
export class Sketch {
  /** @type {Geometry | null} */
  geometry = null;
  /** @type {(Geometry | null)[]} */
  #former = [];
  #source = new VectorSource();
  #around = new VectorSource();
  #layer;
  #modify;
  #snap;
  /** @type {any} */
  #draw = null;
  #view;
  #kind;
  #crs;
  #changed;
  #format;

  /**
   * @param {import('../map-view.js').MapView} view
   * @param {string} kind of the layer's geometry
   * @param {number} crs EPSG code of the registers
   * @param {() => void} changed hears of every new shape, and of drawing's beginning and end
   */
  constructor(view, kind, crs, changed) {
    this.#view = view;
    this.#kind = kind;
    this.#crs = crs;
    this.#changed = changed;
    this.#format = new GeoJSON({dataProjection: `EPSG:${crs}`, featureProjection: 'EPSG:3857'});
    this.#layer = new VectorLayer({source: this.#source, style: LOOK, zIndex: 1002});
    this.#modify = new Modify({source: this.#source, pixelTolerance: SNAP_PX});
    this.#modify.on('modifyend', () => this.#take());
    this.#snap = new Snap({source: this.#around, pixelTolerance: SNAP_PX});
    view.map.addLayer(this.#layer);
    for (const one of [this.#modify, this.#snap]) view.map.addInteraction(one);
  }

  /** Whether a new shape is being drawn. */
  get isDrawing() {
    return this.#draw !== null;
  }

  get canUndo() {
    return this.#former.length > 0;
  }

  /** Show a geometry. @param {Geometry | null} geometry @param {{keep?: boolean}} [options] keep: it can be undone */
  set(geometry, {keep = true} = {}) {
    if (keep) this.#former.push(this.geometry);
    this.geometry = geometry;
    this.#source.clear();
    if (geometry) this.#source.addFeature(this.#format.readFeature({type: 'Feature', geometry, properties: {}}));
    this.#changed();
  }

  /** On a phone the form covers much of the map: show the shape in what is left of it. */
  bringIntoSight() {
    if (!this.geometry || !narrow.matches) return;
    const [west, south, east, north] = this.#source.getExtent();
    this.#view.fit([...this.#view.degrees([west, south]), ...this.#view.degrees([east, north])], {margin: 60});
  }

  /** Begin to draw: a new shape, or one more part of it. */
  draw() {
    this.cancel();
    this.#draw = new Draw({type: this.#kind.replace('Multi', ''), style: LOOK, snapTolerance: SNAP_PX});
    this.#draw.on('drawend', (/** @type {any} */ event) => {
      const part = rounded(this.#format.writeGeometryObject(event.feature.getGeometry()), STORED_DIGITS);
      this.cancel();
      this.set(withPart(this.geometry, part, this.#kind));
    });
    this.#modify.setActive(false);
    this.#view.map.removeInteraction(this.#snap);
    this.#view.map.addInteraction(this.#draw);
    this.#view.map.addInteraction(this.#snap);
    this.#changed();
  }

  /** Put a corner at the middle of the map, for those who do not point. */
  addCentre() {
    if (!this.#draw) this.draw();
    if (this.#kind.endsWith('Point')) {
      const [x, y] = between(this.#view.centre, 3857, this.#crs);
      const part = rounded({type: 'Point', coordinates: [x, y]}, STORED_DIGITS);
      this.cancel();
      this.set(withPart(this.geometry, part, this.#kind));
    } else {
      this.#draw.appendCoordinates([this.#view.centre]);
    }
  }

  /** End the line or close the ring that is being drawn. */
  finish() {
    this.#draw?.finishDrawing();
  }

  /** Stop drawing; what is unfinished goes. */
  cancel() {
    if (!this.#draw) return;
    this.#view.map.removeInteraction(this.#draw);
    this.#draw = null;
    this.#modify.setActive(true);
    this.#changed();
  }

  /** Take back the last corner of the drawing, or the last change of the shape. */
  undo() {
    if (this.#draw) {
      this.#draw.removeLastPoint();
    } else if (this.#former.length) {
      this.set(this.#former.pop() ?? null, {keep: false});
    }
  }

  /**
   * Load what is around in the CRS of the registers, so that corners meet to the tenth of a millimetre.
   * @param {string[]} items addresses of the items of layers
   * @param {boolean} northFirst whether the authority of the CRS names north first
   */
  async lookAround(items, northFirst) {
    if (this.#view.groundResolution > FINEST_M) return;
    const [west, south, east, north] = this.#view.map.getView().calculateExtent();
    const box = [...this.#view.degrees([west, south]), ...this.#view.degrees([east, north])];
    const crs = encodeURIComponent(`http://www.opengis.net/def/crs/EPSG/0/${this.#crs}`);
    const query = `bbox=${box.map(value => value.toFixed(7)).join()}&limit=${SNAP_ROWS}&f=json&crs=${crs}`;
    const found = await Promise.all(items.map(async address => {
      const answer = await fetch(`${address}?${query}`).catch(() => null);
      return answer?.ok ? (await answer.json()).features : [];
    }));
    this.#around.clear();
    this.#around.addFeatures(found.flat().filter(one => one.geometry).map(({geometry}) =>
      this.#format.readFeature({type: 'Feature', geometry: northFirst ? turned(geometry) : geometry, properties: {}})));
  }

  /** Put everything away. */
  stop() {
    this.cancel();
    for (const one of [this.#modify, this.#snap]) this.#view.map.removeInteraction(one);
    this.#view.map.removeLayer(this.#layer);
  }

  #take() {
    const [feature] = this.#source.getFeatures();
    const made = rounded(this.#format.writeGeometryObject(feature.getGeometry()), STORED_DIGITS);
    this.#former.push(this.geometry);
    this.geometry = made;
    this.#changed();
  }
}
