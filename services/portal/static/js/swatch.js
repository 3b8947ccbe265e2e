// @ts-check
// A symbol of the legend as a small picture.

import {svg} from './dom.js';

const WIDTH = 28;
const HEIGHT = 20;
let hatches = 0;

/**
 * Draw the swatch of a symbol.
 * @param {import('./catalogue.js').Symbol} symbol
 * @param {string | null} geometry of the layer
 * @returns {SVGElement}
 */
export function swatch(symbol, geometry) {
  const kind = geometry ?? 'Polygon';
  const inside = kind.endsWith('Point') ? marker(symbol)
    : kind.endsWith('LineString') ? line(symbol) : surface(symbol);
  return svg('svg', {
    class: 'swatch', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    'aria-hidden': 'true',
  }, ...inside);
}

/** @param {import('./catalogue.js').Symbol} symbol */
function paint(symbol) {
  return {
    fill: symbol.fill ?? 'none',
    'fill-opacity': symbol.fill_opacity ?? 1,
    stroke: symbol.stroke ?? 'none',
    'stroke-opacity': symbol.stroke_opacity ?? 1,
    'stroke-width': symbol.stroke ? Math.min(symbol.stroke_width_px ?? 1, 6) : 0,
    'stroke-dasharray': symbol.dash?.join(' '),
  };
}

/** @param {import('./catalogue.js').Symbol} symbol */
function surface(symbol) {
  const box = {x: 1.5, y: 1.5, width: WIDTH - 3, height: HEIGHT - 3};
  const parts = [svg('rect', {...box, ...paint(symbol)})];
  const {hatch} = symbol;
  if (hatch) {
    const id = `hatch-${hatches += 1}`;
    const spacing = hatch.spacing_px ?? 8;
    const lines = svg('line', {
      x1: 0, y1: 0, x2: spacing, y2: 0, stroke: hatch.colour, 'stroke-width': (hatch.width_px ?? 1) * 2,
    });
    const turn = `rotate(${-(hatch.angle_deg ?? 45)})`;
    parts.unshift(svg('defs', {}, svg('pattern', {
      id, width: spacing, height: spacing, patternUnits: 'userSpaceOnUse', patternTransform: turn,
    }, lines)));
    parts.push(svg('rect', {...box, fill: `url(#${id})`}));
  }
  return parts;
}

/** @param {import('./catalogue.js').Symbol} symbol */
function line(symbol) {
  const d = `M2 ${HEIGHT - 5} L10 6 L18 ${HEIGHT - 7} L${WIDTH - 2} 5`;
  const parts = [svg('path', {d, ...paint(symbol), fill: 'none'})];
  if (symbol.casing) {
    parts.unshift(svg('path', {
      d, fill: 'none', stroke: symbol.casing, 'stroke-width': symbol.casing_width_px ?? 3,
    }));
  }
  return parts;
}

/** @param {import('./catalogue.js').Symbol} symbol */
function marker(symbol) {
  const radius = Math.min((symbol.size_px ?? 8) / 2, HEIGHT / 2 - 1.5);
  const x = WIDTH / 2;
  const y = HEIGHT / 2;
  const look = paint(symbol);
  if ((symbol.marker ?? 'circle') === 'circle') return [svg('circle', {cx: x, cy: y, r: radius, ...look})];
  const points = corners(symbol.marker ?? '').map(([dx, dy]) =>
    `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`);
  return [svg('polygon', {points: points.join(' '), ...look})];
}

/** @param {string} shape @returns {number[][]} corners in a circle of radius 1 */
function corners(shape) {
  const third = 1 / 3;
  switch (shape) {
    case 'square': return [[-1, -1], [1, -1], [1, 1], [-1, 1]];
    case 'triangle': return [[0, -1], [1, 1], [-1, 1]];
    case 'diamond': return [[0, -1], [1, 0], [0, 1], [-1, 0]];
    case 'cross': return [[-third, -1], [third, -1], [third, -third], [1, -third], [1, third],
      [third, third], [third, 1], [-third, 1], [-third, third], [-1, third], [-1, -third],
      [-third, -third]];
    default: return Array.from({length: 10}, (_, index) => {
      const angle = Math.PI * index / 5 - Math.PI / 2;
      const far = index % 2 ? 0.45 : 1;
      return [Math.cos(angle) * far, Math.sin(angle) * far];
    });
  }
}
