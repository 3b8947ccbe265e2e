// @ts-check
// The look of vector tiles: the MapLibre style that the platform publishes, drawn by OpenLayers.

import {stylefunction} from '../vendor/openlayers.js';

/**
 * @typedef {{id: string, type: string, source?: string, 'source-layer'?: string,
 *   paint?: Record<string, unknown>, layout?: Record<string, unknown>}} StyleLayer
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
  const layers = styles.flatMap((style, index) => style.layers.map(layer => ownNames(layer, `s${index}`)));
  const look = {version: 8, sources: {[SOURCE]: {type: 'vector'}}, layers};
  const {sprites, pictures} = await loadSprites(styles);
  stylefunction(target, look, SOURCE, RESOLUTIONS, sprites, pictures, () => FONTS);
  await Promise.all(Object.values(pictures).map(loaded));
}

/**
 * Wait for a picture that the style function has asked for: it says nothing when it has it, but
 * pictures of one address are handed out in the order in which they were asked for.
 * @param {string} address
 */
async function loaded(address) {
  await new Promise(resolve => { setTimeout(resolve); });
  const picture = new Image();
  picture.crossOrigin = 'anonymous';
  picture.src = address;
  await picture.decode();
}

/**
 * Name a style layer and its images so that several styles can be drawn as one.
 * @param {StyleLayer} layer
 * @param {string} prefix of its style
 * @returns {StyleLayer}
 */
function ownNames(layer, prefix) {
  const own = {...layer, id: `${prefix}-${layer.id}`, source: SOURCE};
  const pattern = layer.paint?.['fill-pattern'];
  const image = layer.layout?.['icon-image'];
  if (pattern) own.paint = {...layer.paint, 'fill-pattern': `${prefix}:${pattern}`};
  if (image) own.layout = {...layer.layout, 'icon-image': `${prefix}:${image}`};
  return own;
}

/**
 * Load the images of those styles that use any.
 * @param {MapStyle[]} styles
 * @returns {Promise<{sprites: Sprite, pictures: Record<string, string>}>}
 */
async function loadSprites(styles) {
  /** @type {Sprite} */
  const sprites = {};
  /** @type {Record<string, string>} */
  const pictures = {};
  const sharp = devicePixelRatio > 1 ? '@2x' : '';
  await Promise.all(styles.map(async (style, index) => {
    const uses = style.layers.some(layer => layer.paint?.['fill-pattern'] || layer.layout?.['icon-image']);
    if (!uses || !style.sprite) return;
    const address = new URL(style.sprite).pathname + sharp;
    const answer = await fetch(`${address}.json`);
    if (!answer.ok) throw new Error(`${address}.json: ${answer.status}`);
    for (const [name, place] of Object.entries(await answer.json())) sprites[`s${index}:${name}`] = place;
    pictures[`s${index}`] = `${address}.png`;
  }));
  return {sprites, pictures};
}
