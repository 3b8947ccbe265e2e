// @ts-check
// A layer of the map from a layer of the catalogue.

import {
  MVT, TileLayer, TileWMS, VectorTileLayer, VectorTileSource, createXYZ, transformExtent,
} from '../vendor/openlayers.js';
import {RESOLUTION_0, applyLook} from './looks.js';

/** Deepest level of tiles that is asked for; deeper ones are drawn from it (0.15 m per unit). */
const DEEPEST = 16;
const TILE_PX = 512;

/**
 * Make the map's layer for one layer of the catalogue.
 * @param {import('./catalogue.js').Layer} layer
 * @param {number | null} year of a raster layer; the newest where null
 */
export function makeLayer(layer, year) {
  const [min, max] = layer.zoom;
  const made = layer.kind === 'vector' ? makeVector([layer]) : makePicture(layer, year);
  made.setMaxResolution(RESOLUTION_0 / 2 ** min * 1.001);
  if (max < 22) made.setMinResolution(RESOLUTION_0 / 2 ** (max + 1));
  if (layer.extent) made.setExtent(transformExtent(layer.extent, 'EPSG:4326', 'EPSG:3857'));
  return made;
}

/**
 * Make one map layer that draws several catalogue layers from common tiles, the lowest first.
 * @param {import('./catalogue.js').Layer[]} layers
 */
export function makeVector(layers) {
  const minZoom = Math.min(...layers.map(layer => layer.zoom[0]));
  const deepest = Math.max(minZoom, Math.min(DEEPEST, Math.max(...layers.map(layer => layer.zoom[1]))));
  const target = new VectorTileLayer({
    declutter: 'labels',
    renderMode: 'hybrid',
    source: new VectorTileSource({
      format: new MVT({idProperty: 'id'}),
      tileUrlFunction: tile => tileAddress(layers, tile),
      tileGrid: createXYZ({tileSize: TILE_PX, minZoom, maxZoom: deepest}),
      overlaps: true,
    }),
  });
  target.setStyle(() => []);
  const ready = applyLook(target, layers.map(layer => /** @type {string} */ (layer.links.style)));
  target.set('ready', ready);
  return target;
}

/**
 * The address of one tile with those of the layers that are drawn at its level.
 * @param {import('./catalogue.js').Layer[]} layers
 * @param {number[]} tile level, column, row
 * @returns {string | undefined}
 */
function tileAddress(layers, [z, x, y]) {
  const drawn = layers.filter(({zoom: [min, max]}) => min <= z && (z <= max || z === DEEPEST));
  if (!drawn.length) return undefined;
  const template = /** @type {string} */ (drawn[0].links.tiles);
  return template.replace(drawn[0].id, drawn.map(layer => layer.id).join())
    .replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

/**
 * @param {import('./catalogue.js').Layer} layer
 * @param {number | null} year
 */
function makePicture(layer, year) {
  const outside = layer.external;
  const params = {
    LAYERS: outside ? outside.layers.join(',') : layer.id,
    FORMAT: outside ? outside.format : 'image/png',
    TILED: 'true',
    ...(year ? {TIME: String(year)} : {}),
  };
  return new TileLayer({
    source: new TileWMS({
      url: outside ? outside.url : layer.links.wms,
      params,
      attributions: outside?.attribution,
      tileGrid: createXYZ({tileSize: TILE_PX}),
    }),
  });
}
