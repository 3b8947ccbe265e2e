// @ts-check
// The address of what is seen: readable, versioned, the same on a phone and on a desktop.
//
//   ?v=1&lang=pl&c=477000,269500&crs=2180&s=10000&l=plan_zone:0.8,orthophoto@2019&base=0.5
//    &f=parcel/106&t=parcel&theme=planning
//
// c centre in the CRS `crs`, east first; s scale denominator; l layers, the topmost first, with
// @year and :opacity; base opacity of the base map; f open object; t open table; valid or known
// the day that is shown (what was in force, or what was known), since the day it is compared with.

import {readDay} from './time.js';

export const VERSION = 1;

/**
 * @typedef {{id: string, opacity: number, year: number | null}} Shown
 * @typedef {{language: string | null, centre: [number, number] | null, crs: number,
 *   scale: number | null, layers: Shown[] | null, base: number,
 *   feature: {layer: string, id: number} | null, table: string | null, theme: string | null,
 *   query: string | null, time: import('./time.js').Time | null}} Seen
 */

/**
 * Read an address; what is absent or cannot be read is null (or its default).
 * @param {string} search the part of an address from `?` on
 * @returns {Seen}
 */
export function read(search) {
  const given = new URLSearchParams(search);
  const centre = (given.get('c') ?? '').split(',').map(part => (part ? Number(part) : NaN));
  const scale = Number(given.get('s'));
  const feature = /^([a-z]\w*)\/(\d+)$/.exec(given.get('f') ?? '');
  return {
    language: given.get('lang'),
    centre: centre.length === 2 && centre.every(Number.isFinite) ? [centre[0], centre[1]] : null,
    crs: /^\d{4,5}$/.test(given.get('crs') ?? '') ? Number(given.get('crs')) : 2178,
    scale: scale > 0 ? scale : null,
    layers: given.has('l') ? readLayers(given.get('l') ?? '') : null,
    base: share(given.get('base'), 1),
    feature: feature ? {layer: feature[1], id: Number(feature[2])} : null,
    table: given.get('t'),
    theme: given.get('theme'),
    query: given.get('q'),
    time: readTime(given),
  };
}

/** @param {URLSearchParams} given @returns {import('./time.js').Time | null} */
function readTime(given) {
  const known = readDay(given.get('known'));
  const valid = readDay(given.get('valid'));
  if (known) {
    const since = readDay(given.get('since'));
    return {kind: 'known', day: known, since: since && since < known ? since : null};
  }
  return valid ? {kind: 'valid', day: valid, since: null} : null;
}

/** @param {string} text @returns {Shown[]} */
function readLayers(text) {
  const pattern = /^([a-z]\w*)(?:@(\d{4}))?(?::([\d.]+))?$/;
  return text.split(',').map(part => pattern.exec(part)).filter(match => match !== null).map(
    ([, id, year, opacity]) =>
      ({id, year: year ? Number(year) : null, opacity: share(opacity, 1)}));
}

/** @param {string | null | undefined} text @param {number} otherwise @returns {number} */
function share(text, otherwise) {
  const value = Number(text || NaN);
  return value >= 0 && value <= 1 ? value : otherwise;
}

/**
 * Write an address.
 * @param {Seen} seen
 * @returns {string} from `?` on
 */
export function write(seen) {
  const digits = [4326, 4258].includes(seen.crs) ? 6 : 0;
  const parts = [
    ['v', VERSION],
    ['lang', seen.language],
    ['c', seen.centre?.map(value => value.toFixed(digits)).join(',')],
    ['crs', seen.crs],
    ['s', seen.scale && Math.round(seen.scale)],
    ['l', seen.layers?.map(writeLayer).join(',')],
    ['base', seen.base === 1 ? null : seen.base],
    ['f', seen.feature && `${seen.feature.layer}/${seen.feature.id}`],
    ['t', seen.table],
    ['theme', seen.theme],
    [seen.time?.kind, seen.time?.day],
    ['since', seen.time?.since],
  ];
  const kept = parts.filter(([, value]) => value !== null && value !== undefined);
  return `?${kept.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** @param {Shown} shown @returns {string} */
function writeLayer({id, year, opacity}) {
  return `${id}${year ? `@${year}` : ''}${opacity === 1 ? '' : `:${Number(opacity.toFixed(2))}`}`;
}
