// @ts-check
// A live map over the base map for the features of one page.

import {Circle, Fill, GeoJSON, Stroke, Style, VectorLayer, VectorSource} from '../vendor/openlayers.js';
import {loadCatalogue} from './catalogue.js';
import {MapView} from './map-view.js';
import {read} from './permalink.js';
import {State} from './state.js';
import {t} from './words.js';

/**
 * Draw features over the base map, and tell those that are clicked.
 * @param {HTMLElement} target
 * @param {object} layer GeoJSON, degrees
 * @param {import('./result-map.js').Look} look
 * @param {(found: Record<string, any>[]) => void} tell
 */
export async function show(target, layer, look, tell) {
  const catalogue = await loadCatalogue();
  const state = new State({...read(''), crs: catalogue.storage_crs}, []);
  for (const [name, value] of Object.entries({tabindex: '0', role: 'application', 'aria-label': t('map_name')})) {
    target.setAttribute(name, value);
  }
  const view = new MapView(target, catalogue, state);
  const format = new GeoJSON({dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857'});
  const source = new VectorSource({features: format.readFeatures(layer)});
  const styles = look.classes.map(styled);
  const drawn = new VectorLayer({
    source, zIndex: 900,
    style: feature => styles[look.classes.findIndex(one => takes(one, feature))],
  });
  view.map.addLayer(drawn);
  view.map.on('click', event => {
    const found = view.map.getFeaturesAtPixel(event.pixel, {hitTolerance: 6, layerFilter: one => one === drawn});
    tell(found.map(one => ({...one.getProperties(), geometry: null})));
  });
  const extent = source.getExtent();
  const west = [extent[0], extent[1]], east = [extent[2], extent[3]];
  view.fit([...view.degrees(west), ...view.degrees(east)]);
}

/** @param {import('./result-map.js').Class} one @param {any} feature */
function takes(one, feature) {
  const value = feature.get(one.field);
  if (one.values) return one.values.includes(value);
  if (one.min === undefined) return true;
  return value !== null && value >= one.min && (one.max === null || value < /** @type {number} */ (one.max));
}

/** @param {import('./result-map.js').Class} one */
function styled({fill, opacity}) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(fill.slice(at, at + 2), 16));
  const paint = new Fill({color: [r, g, b, opacity]});
  return new Style({
    fill: paint,
    stroke: new Stroke({color: fill, width: 2.5}),
    image: new Circle({radius: 7, fill: paint, stroke: new Stroke({color: fill, width: 2.5})}),
  });
}
