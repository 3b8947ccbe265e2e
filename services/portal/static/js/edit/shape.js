// @ts-check
// A geometry as lines of coordinates that can be typed, and back.

/**
 * @typedef {number[]} Point east, north
 * @typedef {{type: string, coordinates: any}} Geometry
 */

/** A line of the text that is no vertex, or a geometry that lacks some. */
export class ShapeError extends Error {
  /** @param {string} key of the words @param {number} line from 1; 0 where it is no line's fault */
  constructor(key, line = 0) {
    super(key);
    this.key = key;
    this.line = line;
  }
}

/**
 * Write a geometry: a vertex per line, an empty line between rings and parts; rings stay open.
 * @param {Geometry | null} geometry
 * @param {boolean} northFirst whether the authority of the CRS names north first
 * @param {number} digits after the point
 * @returns {string}
 */
export function textOf(geometry, northFirst, digits) {
  const line = (/** @type {Point} */ [x, y]) =>
    (northFirst ? [y, x] : [x, y]).map(value => String(Number(value.toFixed(digits)))).join(' ');
  return groupsOf(geometry).map(group => group.map(line).join('\n')).join('\n\n');
}

/** @param {Geometry | null} geometry @returns {Point[][]} */
function groupsOf(geometry) {
  const open = (/** @type {Point[]} */ ring) => ring.slice(0, -1);
  if (!geometry) return [];
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]];
    case 'MultiPoint': return [geometry.coordinates];
    case 'LineString': return [geometry.coordinates];
    case 'MultiLineString': return geometry.coordinates;
    case 'Polygon': return geometry.coordinates.map(open);
    default: return geometry.coordinates.flat().map(open);
  }
}

/**
 * Read a text as a geometry of a kind; null where it is empty.
 * @param {string} text
 * @param {string} kind as GeoJSON names it
 * @param {boolean} northFirst
 * @returns {Geometry | null}
 * @throws {ShapeError}
 */
export function geometryOf(text, kind, northFirst) {
  const groups = readGroups(text, northFirst);
  if (!groups.length) return null;
  const least = kind.endsWith('Polygon') ? 3 : kind.endsWith('LineString') ? 2 : 1;
  if (groups.some(group => group.length < least)) throw new ShapeError(`edit_least_${least}`);
  switch (kind) {
    case 'Point':
      if (groups.length > 1 || groups[0].length > 1) throw new ShapeError('edit_one_part');
      return {type: kind, coordinates: groups[0][0]};
    case 'MultiPoint': return {type: kind, coordinates: groups.flat()};
    case 'LineString':
      if (groups.length > 1) throw new ShapeError('edit_one_part');
      return {type: kind, coordinates: groups[0]};
    case 'MultiLineString': return {type: kind, coordinates: groups};
    default: return surface(groups, kind);
  }
}

/** @param {string} text @param {boolean} northFirst @returns {Point[][]} */
function readGroups(text, northFirst) {
  /** @type {Point[][]} */
  const groups = [];
  let open = false;
  text.split('\n').forEach((line, index) => {
    const parts = line.trim().split(/[\s;]+/).filter(part => part !== '');
    if (!parts.length) {
      open = false;
      return;
    }
    const [first, second] = parts.map(part => Number(part.replace(',', '.')));
    if (parts.length !== 2 || !Number.isFinite(first) || !Number.isFinite(second)) {
      throw new ShapeError('edit_bad_line', index + 1);
    }
    if (!open) groups.push([]);
    open = true;
    groups[groups.length - 1].push(northFirst ? [second, first] : [first, second]);
  });
  return groups;
}

/** Rings within an earlier one are its holes. @param {Point[][]} groups @param {string} kind @returns {Geometry} */
function surface(groups, kind) {
  const rings = groups.map(ring => [...ring, ring[0]]);
  /** @type {Point[][][]} */
  const parts = [];
  for (const ring of rings) {
    const around = parts.find(part => isWithin(ring[0], part[0]));
    if (around) around.push(ring);
    else parts.push([ring]);
  }
  if (kind === 'MultiPolygon') return {type: kind, coordinates: parts};
  if (parts.length > 1) throw new ShapeError('edit_one_part');
  return {type: kind, coordinates: parts[0]};
}

/** Say whether a point lies in a ring: a ray from it crosses an odd number of edges. @param {Point} point @param {Point[]} ring */
function isWithin([x, y], ring) {
  let inside = false;
  ring.slice(1).forEach(([x2, y2], index) => {
    const [x1, y1] = ring[index];
    if ((y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/**
 * Turn the axes of a geometry.
 * @param {Geometry} geometry
 * @returns {Geometry}
 */
export function turned(geometry) {
  const turn = (/** @type {any} */ node) =>
    (typeof node[0] === 'number' ? [node[1], node[0]] : node.map(turn));
  return {type: geometry.type, coordinates: turn(geometry.coordinates)};
}

/**
 * Add a part to a geometry, or put it in its place where the kind has one part only.
 * @param {Geometry | null} geometry
 * @param {Geometry} part of the single kind
 * @param {string} kind
 * @returns {Geometry}
 */
export function withPart(geometry, part, kind) {
  if (!kind.startsWith('Multi')) return part;
  return {type: kind, coordinates: [...(geometry?.coordinates ?? []), part.coordinates]};
}

/**
 * Round coordinates, so that what went through the map and back is what it was.
 * @param {Geometry} geometry
 * @param {number} digits
 * @returns {Geometry}
 */
export function rounded(geometry, digits) {
  const round = (/** @type {any} */ node) =>
    (typeof node === 'number' ? Number(node.toFixed(digits)) : node.map(round));
  return {type: geometry.type, coordinates: round(geometry.coordinates)};
}
