// @ts-check
// What the portal knows of layers: all of it comes from /api/catalogue.

import {language} from './words.js';

/**
 * @typedef {{name: string, type: string, title: string, description: string | null,
 *   unit: string | null, codes: Record<string, string> | null,
 *   symbols: {class_field: string, codes: Record<string, string>} | null}} Field
 * @typedef {{title: string, symbol: Symbol}} LegendEntry
 * @typedef {{fill?: string, fill_opacity?: number, stroke?: string, stroke_opacity?: number,
 *   stroke_width_px?: number, dash?: number[], casing?: string, casing_width_px?: number,
 *   hatch?: {colour: string, angle_deg?: number, spacing_px?: number, width_px?: number},
 *   marker?: string, size_px?: number}} Symbol
 * @typedef {{tiles?: string, style?: string, items?: string, table?: string,
 *   attachments?: string, work?: string, collection?: string, changes?: string,
 *   metadata?: string, wms?: string, points?: string, scene?: string, downloads?: {title: string, href: string}[]}} Links
 * @typedef {{id: string, theme: string, title: string, abstract: string,
 *   kind: 'vector' | 'table' | 'raster' | 'points' | 'external', geometry: string | null,
 *   zoom: [number, number], drawn_from: number, visible: boolean, search: string[], name_field: string | null,
 *   fields: Field[], legend: LegendEntry[], services: string[], years: number[], history: boolean,
 *   time: [string | null, string | null] | null,
 *   changes: ('INSERT' | 'UPDATE' | 'DELETE')[],
 *   external: {type: 'wms' | 'wmts', url: string, layers: string[], format: string,
 *     attribution: string} | null,
 *   rows: number | null, extent: number[] | null, changed: string | null, date: string | null,
 *   metadata: {lineage: string | null, owner: string, email: string, licence: string,
 *     update_rhythm: string | null, keywords: string[], source: string | null},
 *   links: Links}} Layer
 * @typedef {{id: string, title: string, abstract: string, layers: Layer[]}} Theme
 * @typedef {{title: string, synthetic: boolean, extent: number[], storage_crs: number, north_first: boolean,
 *   offered_crs: number[], base_maps: string[], themes: Theme[], layers: Map<string, Layer>,
 *   report: {layer: string, key: string} | null}} Catalogue
 */

/**
 * Load the catalogue in the page's language.
 * @returns {Promise<Catalogue>}
 */
export async function loadCatalogue() {
  const answer = await fetch(`/api/catalogue?lang=${language}`);
  if (!answer.ok) throw new Error(`the catalogue does not answer: ${answer.status}`);
  const catalogue = await answer.json();
  catalogue.layers = new Map();
  for (const theme of catalogue.themes) {
    for (const layer of theme.layers) {
      layer.theme = theme.id;
      catalogue.layers.set(layer.id, layer);
    }
  }
  return catalogue;
}

/**
 * Say whether a layer can be drawn on the map.
 * @param {Layer} layer
 * @returns {boolean}
 */
export function isDrawn(layer) {
  if (layer.kind === 'vector') return Boolean(layer.links.tiles);
  return layer.kind === 'external' || Boolean(layer.kind === 'raster' && layer.links.wms);
}

/**
 * Fold a text for comparison: lower case, no diacritics.
 * @param {string} text
 * @returns {string}
 */
export function folded(text) {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}
