// @ts-check
// Points of a flight in three dimensions; what it needs is fetched only here, where somebody has asked for it.

import {announce} from './announce.js';
import {loadCatalogue} from './catalogue.js';
import {byId, h, iconButton, svg} from './dom.js';
import {CLASS_COLOURS, HEIGHT_COLOURS} from './point-colours.js';
import {terrainPanel} from './terrain.js';
import {loadWords, number, t} from './words.js';

/** Points that are drawn at the most, for machines without a graphics card. */
const MOST_POINTS = 2_000_000;
/** Classes of LAS run from 0 to 31 in most files; higher ones are the user's own. */
const MOST_CLASSES = 32;
/** Share of the way to the target that a press of a key or button goes. */
const STEP = 0.2;

const main = byId('main');
const [catalogue] = await Promise.all([loadCatalogue(), loadWords()]);
const layer = catalogue.layers.get(main.dataset.layer ?? '');
if (!layer?.links.points) {
  tell(t('no_answer'));
} else if (!hasWebGl()) {
  tell(t('points_no_webgl'));
} else if (!await isThere(layer.links.points)) {
  tell(t('points_failed'));
} else {
  await show(layer).catch(error => { console.error(error); tell(t('points_failed')); });
}
document.documentElement.dataset.ready = 'true';

/** @param {string} words */
function tell(words) {
  byId('points-message').textContent = words;
  byId('points-message').hidden = false;
  document.documentElement.dataset.map = 'idle';
}

function hasWebGl() {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** @param {string} address */
async function isThere(address) {
  const answer = await fetch(address, {headers: {Range: 'bytes=0-3'}}).catch(() => null);
  return answer?.status === 206;
}

/** @param {import('./catalogue.js').Layer} layer */
async function show(layer) {
  const three = await import('../vendor/points3d.js');
  three.setLazPerfPath(new URL('../vendor', import.meta.url).href);
  // Plane coordinates and heights as they are in the file: nothing is projected.
  const instance = new three.Instance({
    target: /** @type {HTMLDivElement} */ (byId('points')), crs: three.CoordinateSystem.unknown, backgroundColor: null,
  });
  const source = new three.COPCSource({url: new URL(/** @type {string} */ (layer.links.points), location.href).href});
  readClassesAsNumbers(source);
  source.filters = [7, 18].map(value => ({dimension: 'Classification', operator: 'not', value}));
  const cloud = new three.PointCloud({source});
  await instance.add(cloud);
  cloud.pointBudget = MOST_POINTS;
  cloud.pointSize = 2;
  const controls = startControls(three, instance, cloud);
  startPanel(three, instance, cloud, controls);
  let begun = false;
  instance.addEventListener('update-end', () => {
    begun ||= cloud.displayedPointCount > 0;
    document.documentElement.dataset.map = begun && !instance.loading ? 'idle' : 'busy';
    byId('points-count').textContent = t('points_seen', {
      seen: number(cloud.displayedPointCount), all: number(cloud.pointCount ?? 0),
    });
  });
  instance.notifyChange(cloud);
}

/** Giro3D's own drawing of classes makes browsers without a graphics card fail; colours by number do not. @param {any} source */
function readClassesAsNumbers(source) {
  const read = source.getMetadata.bind(source);
  source.getMetadata = async () => {
    const found = await read();
    for (const one of found.attributes) if (one.interpretation === 'classification') one.interpretation = 'unknown';
    return found;
  };
}

/** @param {any} three @param {any} instance @param {any} cloud */
function startControls(three, instance, cloud) {
  const box = cloud.getBoundingBox();
  const middle = box.getCenter(new three.Vector3());
  const camera = instance.view.camera;
  const controls = new three.MapControls(camera, instance.domElement);
  controls.enableDamping = false;
  controls.zoomToCursor = true;
  controls.maxPolarAngle = Math.PI * 0.49;
  const place = (/** @type {number} */ tilt) => {
    const away = box.getSize(new three.Vector3()).length() * 0.35 / Math.tan(camera.fov * Math.PI / 360);
    camera.up.set(0, 0, 1);
    camera.position.set(middle.x, middle.y - away * Math.sin(tilt), middle.z + away * Math.cos(tilt));
    controls.target.copy(middle);
    controls.update();
    instance.notifyChange(camera);
  };
  place(Math.PI / 3.5);
  instance.view.setControls(controls);
  return {controls, camera, place};
}

/**
 * @param {any} three
 * @param {any} instance
 * @param {any} cloud
 * @param {{controls: any, camera: any, place: (tilt: number) => void}} view
 */
function startPanel(three, instance, cloud, view) {
  const classes = h('ul', {class: 'classes'});
  const {min, max} = cloud.getBoundingBox();
  const looks = {
    class: () => cloud.setActiveAttribute('Classification'),
    height: () => cloud.setActiveAttribute('Z'),
    intensity: () => cloud.setActiveAttribute('Intensity'),
  };
  cloud.setAttributeColorMap('Z', new three.ColorMap({
    colors: HEIGHT_COLOURS.map(one => new three.Color(one)), min: min.z, max: max.z,
  }));
  paintClasses(three, instance, cloud, classes);
  const choose = (/** @type {keyof looks} */ name) => {
    looks[name]();
    classes.hidden = name !== 'class';
    instance.notifyChange(cloud);
  };
  byId('points-panel').append(
    h('fieldset', {class: 'points-looks'}, h('legend', {}, t('points_colour')),
      ...Object.keys(looks).map((name, place) => h('label', {},
        h('input', {type: 'radio', name: 'look', value: name, checked: place === 0, onchange: () => choose(/** @type {'class'} */ (name))}),
        t(`points_by_${name}`)))),
    classes,
    sizeSlider(instance, cloud));
  if (main.dataset.terrain) byId('points-panel').append(terrainPanel(three, instance, cloud, main.dataset.terrain));
  startButtons(view, instance);
  choose('class');
}

/** @param {any} three @param {any} instance @param {any} cloud @param {HTMLElement} list */
function paintClasses(three, instance, cloud, list) {
  const colours = Array.from({length: MOST_CLASSES}, (_, code) => new three.Color(CLASS_COLOURS[code] ?? CLASS_COLOURS[1]));
  const opacity = colours.map(() => 1);
  // Half a step at both ends, so that a class lies in the middle of its colour.
  const map = new three.ColorMap({colors: colours, opacities: opacity, min: -0.5, max: MOST_CLASSES - 0.5});
  cloud.setAttributeColorMap('Classification', map);
  for (const code of Object.keys(CLASS_COLOURS).map(Number)) {
    const box = /** @type {HTMLInputElement} */ (h('input', {type: 'checkbox', checked: true, onchange: () => {
      opacity[code] = box.checked ? 1 : 0;
      map.opacity = [...opacity];
      instance.notifyChange(cloud);
    }}));
    list.append(h('li', {}, h('label', {}, box,
      svg('svg', {class: 'spot', width: 14, height: 14, 'aria-hidden': 'true'},
        svg('rect', {width: 14, height: 14, fill: CLASS_COLOURS[code]})),
      t(`point_class.${code}`))));
  }
}

/** @param {any} instance @param {any} cloud */
function sizeSlider(instance, cloud) {
  const slider = /** @type {HTMLInputElement} */ (h('input', {
    type: 'range', min: 1, max: 6, step: 1, value: cloud.pointSize,
    oninput: () => { cloud.pointSize = Number(slider.value); instance.notifyChange(cloud); },
  }));
  return h('label', {class: 'points-size'}, t('points_size'), slider);
}

/** Everything that a mouse can do, for keys and for fingers. @param {{controls: any, camera: any, place: (tilt: number) => void}} view @param {any} instance */
function startButtons({controls, camera, place}, instance) {
  const away = () => camera.position.clone().sub(controls.target);
  const moved = (/** @type {() => void} */ change) => () => { change(); controls.update(); instance.notifyChange(camera); };
  const zoom = (/** @type {number} */ factor) => moved(() => camera.position.copy(controls.target).add(away().multiplyScalar(factor)));
  const turn = (/** @type {number} */ angle) => moved(() => {
    camera.position.copy(controls.target).add(away().applyAxisAngle(camera.up, angle));
  });
  const go = (/** @type {number} */ right, /** @type {number} */ forward) => moved(() => {
    const line = away().setZ(0).normalize().multiplyScalar(-away().length() * STEP);
    const shift = line.clone().multiplyScalar(forward).add(line.clone().applyAxisAngle(camera.up, -Math.PI / 2).multiplyScalar(right));
    camera.position.add(shift);
    controls.target.add(shift);
  });
  /** @type {[string, string, string[], () => void][]} */
  const actions = [
    ['plus', 'zoom_in', ['+', '='], zoom(1 - STEP)],
    ['minus', 'zoom_out', ['-'], zoom(1 / (1 - STEP))],
    ['turn-left', 'points_turn_left', ['q', 'Q'], turn(-Math.PI / 12)],
    ['turn-right', 'points_turn_right', ['e', 'E'], turn(Math.PI / 12)],
    ['home', 'zoom_home', ['Home'], () => place(Math.PI / 3.5)],
    ['above', 'points_from_above', ['t', 'T'], () => place(0.001)],
  ];
  const stage = byId('points');
  byId('points-buttons').append(...actions.map(([image, words, , act]) =>
    iconButton(image, t(words), () => { act(); announce(t(words)); })));
  const keys = new Map(actions.flatMap(([, , names, act]) => names.map(name => [name, act])));
  for (const [name, right, forward] of /** @type {[string, number, number][]} */ (
    [['ArrowUp', 0, 1], ['ArrowDown', 0, -1], ['ArrowLeft', -1, 0], ['ArrowRight', 1, 0]])) keys.set(name, go(right, forward));
  stage.addEventListener('keydown', event => {
    const act = keys.get(event.key);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}
