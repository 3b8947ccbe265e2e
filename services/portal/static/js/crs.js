// @ts-check
// The plane CRSs of Poland: definitions, and coordinates as people write them.

import {getProjection, proj4, registerProj4, transform} from '../vendor/openlayers.js';
import {t} from './words.js';

/** Codes whose coordinates can be shown, in the order of the choice. */
export const SHOWN = [2178, 2180, 4326];

const TM = '+proj=tmerc +lat_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
for (const zone of [5, 6, 7, 8]) {
  // WMS 1.3.0 puts north first in these CRSs; without the axes OpenLayers draws nothing.
  proj4.defs(`EPSG:${2171 + zone}`,
    `${TM} +lon_0=${zone * 3} +k=0.999923 +x_0=${zone}500000 +y_0=0 +axis=neu`);
}
proj4.defs('EPSG:2180', `${TM} +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +axis=neu`);
registerProj4(proj4);

/**
 * Transform a coordinate, east first in and out.
 * @param {number[]} coordinate
 * @param {string | number} from
 * @param {string | number} to
 * @returns {number[]}
 */
export function between(coordinate, from, to) {
  return transform(coordinate, name(from), name(to));
}

/** @param {string | number} code @returns {string} */
function name(code) {
  return typeof code === 'number' ? `EPSG:${code}` : code;
}

/**
 * Say whether a code can be used.
 * @param {number} code
 * @returns {boolean}
 */
export function isKnown(code) {
  return getProjection(`EPSG:${code}`) !== null;
}

/**
 * Write a coordinate for people: geodesists' X north and Y east, or degrees with letters.
 * @param {number[]} coordinate of the map, EPSG:3857
 * @param {number} code
 * @returns {string}
 */
export function coordinateText(coordinate, code) {
  const [x, y] = between(coordinate, 3857, code);
  if (code === 4326) return `${degrees(y, 'N', 'S')}  ${degrees(x, 'E', 'W')}`;
  return t('coordinates', {north: metres(y), east: metres(x)});
}

/** Without grouping, so that it can be pasted elsewhere. @param {number} value @returns {string} */
function metres(value) {
  return `${value.toFixed(0)}\u00a0m`;
}

/** @param {number} value @param {string} positive @param {string} negative @returns {string} */
function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(5)}°\u00a0${value < 0 ? negative : positive}`;
}
