// @ts-check
// What is seen, in one place; the panels and the map listen to it and never to each other.

/**
 * @typedef {import('./permalink.js').Shown} Shown
 * @typedef {'layers' | 'view' | 'object' | 'table' | 'crs' | 'base' | 'editing' | 'time'} Change
 */

/** What is seen. Every change is announced by an event of its name. */
export class State extends EventTarget {
  /** @param {import('./permalink.js').Seen} seen @param {Shown[]} layers */
  constructor(seen, layers) {
    super();
    /** Layers switched on, the topmost first. @type {Shown[]} */
    this.layers = layers;
    /** EPSG code in which coordinates are written. */
    this.crs = seen.crs;
    /** Opacity of the base map, 0 to 1. */
    this.base = seen.base;
    this.feature = seen.feature;
    this.table = seen.table;
    this.theme = seen.theme;
    /** What is being edited; a new object has no id yet. @type {{layer: string, id: number | null} | null} */
    this.editing = null;
    /** The day that is shown; null is now. */
    this.time = seen.time;
  }

  /** @param {string} id @returns {Shown | undefined} */
  shown(id) {
    return this.layers.find(layer => layer.id === id);
  }

  /** Switch a layer on (on top of the others) or off. @param {string} id @param {boolean} on */
  toggle(id, on) {
    const others = this.layers.filter(layer => layer.id !== id);
    this.layers = on ? [{id, opacity: 1, year: null}, ...others] : others;
    this.#announce('layers');
  }

  /** Move a layer up (-1) or down (1) in the order. @param {string} id @param {-1 | 1} by */
  move(id, by) {
    const from = this.layers.findIndex(layer => layer.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.layers.length) return;
    const order = [...this.layers];
    [order[from], order[to]] = [order[to], order[from]];
    this.layers = order;
    this.#announce('layers');
  }

  /** @param {string} id @param {Partial<Shown>} change */
  change(id, change) {
    this.layers = this.layers.map(layer => (layer.id === id ? {...layer, ...change} : layer));
    this.#announce('layers');
  }

  /** @param {number} opacity */
  setBase(opacity) {
    this.base = opacity;
    this.#announce('base');
  }

  /** @param {number} code */
  setCrs(code) {
    this.crs = code;
    this.#announce('crs');
  }

  /** @param {import('./time.js').Time | null} time */
  setTime(time) {
    this.time = time;
    this.#announce('time');
  }

  /** @param {{layer: string, id: number} | null} feature */
  setFeature(feature) {
    this.feature = feature;
    this.#announce('object');
  }

  /** @param {string | null} layer */
  setTable(layer) {
    this.table = layer;
    this.#announce('table');
  }

  /** Begin to edit an object, or end it. @param {{layer: string, id: number | null} | null} what */
  edit(what) {
    this.editing = what;
    this.#announce('editing');
  }

  /** Say that the map has come to rest somewhere else. */
  moved() {
    this.#announce('view');
  }

  /** @param {Change[]} changes @param {() => void} listener */
  on(changes, listener) {
    for (const change of changes) this.addEventListener(change, listener);
  }

  /** @param {Change} change */
  #announce(change) {
    this.dispatchEvent(new Event(change));
  }
}
