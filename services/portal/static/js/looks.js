// @ts-check
// The look of vector tiles: the MapLibre style that the platform publishes, drawn by OpenLayers.

import {stylefunction} from '../vendor/openlayers.js';

/**
 * @typedef {{id: string, type: string, source?: string, 'source-layer'?: string}} StyleLayer
 * @typedef {{version: 8, sources: Record<string, object>, layers: StyleLayer[],
 *   sprite?: string}} MapStyle
 * @typedef {Record<string, {x: number, y: number, width: number, height: number,
 *   pixelRatio: number}>} Sprite
 */

const SOURCE = 'sip';
/** Metres per pixel at zoom 0 of tiles that are 512 pixels wide. */
export const RESOLUTION_0 = 78271.51696402048;
const RESOLUTIONS = Array.from({length: 25}, (_, zoom) => RESOLUTION_0 / 2 ** zoom);
/** The page's own letters: nothing is loaded. */
const FONTS = ['normal 400 12px/1.2 system-ui, "DejaVu Sans", sans-serif'];

/**
 * Load the published styles of some layers, drawn by one layer of the map, the lowest first.
 * @param {string[]} addresses
 * @returns {Promise<MapStyle[]>}
 */
function loadStyles(addresses) {
  return Promise.all(addresses.map(async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }));
}

/**
 * Give a layer of vector tiles its published look.
 * @param {import('../vendor/openlayers.js').VectorTileLayer} target
 * @param {string[]} addresses of the styles, the lowest first
 */
export async function applyLook(target, addresses) {
  const styles = await loadStyles(addresses);
  const layers = styles.flatMap((style, index) => style.layers.map(layer =>
    ({...layer, id: `${index}-${layer.id}`, source: SOURCE})));
  const look = {version: 8, sources: {[SOURCE]: {type: 'vector'}}, layers};
  const {sprite, picture} = await loadSprite(styles.find(style => style.sprite)?.sprite);
  stylefunction(target, look, SOURCE, RESOLUTIONS, sprite, picture, () => FONTS);
}

/**
 * @param {string | undefined} address
 * @returns {Promise<{sprite?: Sprite, picture?: string}>}
 */
async function loadSprite(address) {
  if (!address) return {};
  const sharp = devicePixelRatio > 1 ? '@2x' : '';
  const answer = await fetch(`${address}${sharp}.json`);
  return {sprite: await answer.json(), picture: `${address}${sharp}.png`};
}
