// @ts-check
// A layer of the map from a layer of the catalogue.

import {
  MVT, TileLayer, TileWMS, VectorTileLayer, VectorTileSource, bufferExtent, createXYZ, intersects,
  transformExtent,
} from '../vendor/openlayers.js';
import {RESOLUTION_0, applyLook} from './looks.js';
import {canShow, timeQuery} from './time.js';

/** Deepest level of tiles that is asked for; deeper ones are drawn from it (0.15 m per unit). */
const DEEPEST = 16;
const TILE_PX = 512;

/**
 * Make the map's layer for one layer of the catalogue.
 * @param {import('./catalogue.js').Layer} layer
 * @param {number | null} year of a raster layer; the newest where null
 * @param {import('./time.js').Time | null} time the day that is shown
 */
export function makeLayer(layer, year, time) {
  const max = layer.zoom[1];
  const made = layer.kind === 'vector' ? makeVector([layer], time) : makePicture(layer, year);
  made.setMaxResolution(RESOLUTION_0 / 2 ** layer.drawn_from * 1.001);
  if (max < 22) made.setMinResolution(RESOLUTION_0 / 2 ** (max + 1));
  return made;
}

/**
 * Make one map layer that draws several catalogue layers from common tiles, the lowest first.
 * @param {import('./catalogue.js').Layer[]} layers
 * @param {import('./time.js').Time | null} time the day that is shown
 */
export function makeVector(layers, time) {
  const minZoom = Math.min(...layers.map(layer => layer.zoom[0]));
  const maxZoom = Math.max(minZoom, Math.min(DEEPEST, ...layers.map(layer => layer.zoom[1])));
  const tileGrid = createXYZ({tileSize: TILE_PX, minZoom, maxZoom});
  const drawn = layers.filter(layer => canShow(layer, time)).map(layer => ({
    id: layer.id,
    zoom: layer.zoom,
    around: layer.extent ? transformExtent(layer.extent, 'EPSG:4326', 'EPSG:3857') : null,
  }));
  const template = /** @type {string} */ (layers[0].links.tiles).replace(layers[0].id, '{layers}')
    + (time ? `?${new URLSearchParams(timeQuery(time))}` : '');
  const target = new VectorTileLayer({
    declutter: 'labels',
    renderMode: 'hybrid',
    source: new VectorTileSource({
      format: new MVT({idProperty: 'id'}),
      tileUrlFunction: tile => tileAddress(template, drawn, tile, tileGrid),
      tileGrid,
      overlaps: true,
    }),
  });
  target.setStyle(() => []);
  const ready = applyLook(target, layers.map(layer => /** @type {string} */ (layer.links.style)));
  target.set('ready', ready);
  return target;
}

/**
 * The address of one tile, with those of the layers that have something at its level and place.
 * @param {string} template
 * @param {{id: string, zoom: [number, number], around: number[] | null}[]} layers
 * @param {number[]} tile level, column, row
 * @param {any} grid
 * @returns {string | undefined} undefined where none has
 */
function tileAddress(template, layers, [z, x, y], grid) {
  const place = grid.getTileCoordExtent([z, x, y]);
  const margin = bufferExtent(place, (place[2] - place[0]) / 16);
  const here = layers.filter(({zoom, around}) =>
    zoom[0] <= z && (!around || intersects(around, margin)));
  if (!here.length) return undefined;
  const values = {layers: here.map(layer => layer.id).join(), z, x, y};
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[/** @type {'z'} */ (name)]));
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
