// @ts-check
// The ground under the points as a mesh with a picture on it; fetched where somebody asks for it.

import {h} from './dom.js';
import {number, t} from './words.js';

/** @typedef {{id: string, title: string, map: string}} Drape */
/**
 * @typedef {object} Terrain
 * @property {string} title
 * @property {[number, number, number, number]} bounds West, south, east, north.
 * @property {number} rows
 * @property {number} cols
 * @property {number} unknown
 * @property {number[]} heights_cm
 * @property {number} lowest_m
 * @property {number} highest_m
 * @property {Drape[]} drapes
 */

/** Choices of what lies under the points: nothing at first. @param {any} three @param {any} instance @param {any} cloud @param {string} address */
export function terrainPanel(three, instance, cloud, address) {
  const status = h('p', {class: 'hint', role: 'status'});
  const choices = h('div', {});
  /** @type {any} */
  let mesh = null;
  /** @type {Terrain | null} */
  let terrain = null;
  const say = (/** @type {string} */ words) => { status.textContent = words; };

  const choose = async (/** @type {Drape | null} */ drape) => {
    if (mesh) mesh.visible = drape !== null;
    if (drape && terrain) {
      const texture = await new three.TextureLoader().loadAsync(drape.map);
      texture.colorSpace = three.SRGBColorSpace;
      if (!mesh) {
        mesh = meshOf(three, terrain);
        await instance.add(mesh);
      }
      mesh.material.map?.dispose();
      mesh.material.map = texture;
      mesh.material.needsUpdate = true;
      mesh.visible = true;
      say(t('terrain_seen', {
        title: terrain.title, lowest: number(terrain.lowest_m), highest: number(terrain.highest_m), drape: drape.title,
      }));
    } else say('');
    instance.notifyChange(cloud);
  };
  const failed = () => say(t('terrain_failed')); // the browser has told the console which request it was

  const radio = (/** @type {Drape | null} */ drape, /** @type {string} */ words) => h('label', {},
    h('input', {type: 'radio', name: 'drape', value: drape?.id ?? '', checked: drape === null, onchange: () => choose(drape).catch(failed)}), words);
  const open = /** @type {HTMLButtonElement} */ (h('button', {type: 'button', class: 'action', onclick: async () => {
    open.disabled = true;
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const found = /** @type {Terrain} */ (await answer.json());
      terrain = found;
      const [first] = found.drapes;
      open.replaceWith(radio(null, t('terrain_none')), ...found.drapes.map(one => radio(one, one.title)));
      if (!first) return say(t('terrain_failed'));
      const chosen = /** @type {HTMLInputElement} */ (choices.querySelectorAll('input')[1]);
      chosen.checked = true;
      chosen.focus();
      await choose(first);
    } catch {
      open.disabled = false;
      failed();
    }
  }}, t('terrain_show')));
  choices.append(open);
  const points = /** @type {HTMLInputElement} */ (h('input', {type: 'checkbox', checked: true, onchange: () => {
    cloud.visible = points.checked;
    instance.notifyChange(cloud);
  }}));
  return h('fieldset', {class: 'points-looks'}, h('legend', {}, t('terrain')), choices,
    h('label', {}, points, t('terrain_points')), status);
}

/** Triangles between the middles of cells, numbers small as graphics cards want them; gaps stay open. @param {any} three @param {Terrain} terrain */
function meshOf(three, terrain) {
  const {rows, cols, unknown, heights_cm: heights, bounds: [west, south, east, north]} = terrain;
  const [wide, high] = [(east - west) / cols, (north - south) / rows];
  const places = new Float32Array(rows * cols * 3);
  const spots = new Float32Array(rows * cols * 2);
  for (let cell = 0; cell < heights.length; cell += 1) {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    places.set([(col + 0.5) * wide, -(row + 0.5) * high, heights[cell] / 100], cell * 3);
    spots.set([(col + 0.5) / cols, 1 - (row + 0.5) / rows], cell * 2);
  }
  const corners = [];
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let col = 0; col + 1 < cols; col += 1) {
      const [a, b] = [row * cols + col, row * cols + col + 1];
      const [c, d] = [a + cols, b + cols];
      for (const three of [[a, c, b], [b, c, d]]) if (three.every(one => heights[one] !== unknown)) corners.push(...three);
    }
  }
  const shape = new three.BufferGeometry();
  shape.setAttribute('position', new three.BufferAttribute(places, 3));
  shape.setAttribute('uv', new three.BufferAttribute(spots, 2));
  shape.setIndex(new three.BufferAttribute(new Uint32Array(corners), 1));
  const mesh = new three.Mesh(shape, new three.MeshBasicMaterial({side: three.DoubleSide}));
  mesh.name = 'terrain';
  mesh.position.set(west, north, 0);
  mesh.updateMatrixWorld(true);
  return mesh;
}
