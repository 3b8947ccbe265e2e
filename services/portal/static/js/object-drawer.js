// @ts-check
// What was found at a place or under an address: cards in the right drawer.

import {byId, h, icon, iconButton} from './dom.js';
import {announce} from './announce.js';
import {timeQuery} from './time.js';
import {language, number, t, valueText} from './words.js';

/**
 * @typedef {{id: number, title: string | null, properties: Record<string, unknown>,
 *   geometry: object | null, box: number[] | null}} Row
 * @typedef {{id: string, more?: boolean, features: Row[]}} Found
 */

/** The drawer of objects. */
export class ObjectDrawer {
  #catalogue;
  #state;
  #view;
  /** @type {HTMLElement | null} */
  #before = null;
  #asked = 0;

  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {import('./state.js').State} state
   * @param {import('./map-view.js').MapView} view
   */
  constructor(catalogue, state, view) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#view = view;
    addEventListener('keydown', event => {
      const here = document.activeElement?.closest('#drawer, #map');
      if (event.key === 'Escape' && here && !byId('drawer').hidden) this.close();
    });
  }

  /**
   * Show what the layers that are on have at a place.
   * @param {number[]} coordinate of the map, EPSG:3857
   * @param {number} radius pixels
   */
  async identify(coordinate, radius) {
    if (this.#state.editing) return;
    const asked = this.#asked += 1;
    const [lon, lat] = this.#view.degrees(coordinate);
    const names = this.#state.layers.map(layer => layer.id).filter(id =>
      this.#catalogue.layers.get(id)?.kind === 'vector' && !this.#view.whyUnseen(id));
    const radius_m = Math.min(radius * this.#view.groundResolution, 500);
    const query = new URLSearchParams({
      layers: names.slice(0, 40).join(','), lon: lon.toFixed(7), lat: lat.toFixed(7), radius_m: radius_m.toFixed(2),
      ...timeQuery(this.#state.time),
    });
    const answer = await fetch(`/api/identify?${query}`);
    if (asked !== this.#asked) return;
    if (!answer.ok) { announce(t('no_answer')); return; }
    const {layers} = /** @type {{layers: Found[]}} */ (await answer.json());
    this.#show(layers, false, [lon, lat]);
    const first = layers[0]?.features[0];
    this.#state.setFeature(first ? {layer: layers[0].id, id: first.id} : null);
  }

  /**
   * Show one object and go there.
   * @param {string} layer
   * @param {number} id
   * @param {{move?: boolean}} [options]
   */
  async open(layer, id, {move = true} = {}) {
    const asked = this.#asked += 1;
    const answer = await fetch(`/api/feature/${layer}/${id}?${new URLSearchParams(timeQuery(this.#state.time))}`);
    if (asked !== this.#asked) return;
    if (!answer.ok) { announce(t('no_object')); return; }
    const found = /** @type {Found} */ (await answer.json());
    const {box} = found.features[0];
    this.#show([found], true, box && box[0] === box[2] && box[1] === box[3] ? [box[0], box[1]] : null);
    if (box && move) this.#view.fit(box, {margin: 60});
    this.#state.setFeature({layer, id});
  }

  /** Make room for the form of an object; the card comes back when that is closed. */
  hide() {
    byId('drawer').hidden = true;
    this.#view.mark([]);
  }

  /** Close the drawer and give the focus back. */
  close() {
    byId('drawer').hidden = true;
    document.documentElement.dataset.drawer = 'closed';
    this.#view.mark([]);
    this.#state.setFeature(null);
    (this.#before?.isConnected ? this.#before : byId('map')).focus();
    this.#before = null;
  }

  /** @param {Found[]} found @param {boolean} focus @param {number[] | null} place degrees */
  #show(found, focus, place) {
    const drawer = byId('drawer');
    if (drawer.hidden) this.#before = /** @type {HTMLElement} */ (document.activeElement);
    const count = found.reduce((sum, one) => sum + one.features.length, 0);
    drawer.replaceChildren(
      h('div', {class: 'drawer-head'},
        h('h2', {}, count === 1 ? t('object') : t('objects_here')),
        iconButton('close', t('close'), () => this.close())),
      h('div', {class: 'drawer-body'}, this.#report(found, place), ...(count
        ? found.flatMap((one, index) => this.#group(one, index === 0))
        : [h('p', {class: 'hint'}, t(this.#state.layers.length ? 'nothing_here' : 'nothing_on_map'))])),
    );
    drawer.hidden = false;
    document.documentElement.dataset.drawer = 'open';
    this.#view.mark(found.flatMap(one => one.features.map(row => row.geometry)).filter(geometry => geometry !== null));
    announce(count ? found.map(one => `${this.#title(one.id)}: ${number(one.features.length)}${one.more ? '+' : ''}`).join(', ') : t('nothing_here'));
    if (focus) drawer.focus({preventScroll: true});
  }

  /**
   * A link to the report of the plot that was found, or of the one at the place.
   * @param {Found[]} found @param {number[] | null} place
   */
  #report(found, place) {
    const {report} = this.#catalogue;
    if (!report) return null;
    const plot = found.find(one => one.id === report.layer)?.features[0];
    const time = timeQuery(this.#state.time);
    const address = plot
      ? `/report/${report.layer}/${String(plot.properties[report.key]).split('/').map(encodeURIComponent).join('/')}?${new URLSearchParams({lang: language, ...time})}`
      : place && `/report?${new URLSearchParams({lon: place[0].toFixed(7), lat: place[1].toFixed(7), lang: language, ...time})}`;
    return address ? h('p', {class: 'actions'}, h('a', {class: 'action', href: address}, icon('page'), t('report_of_plot'))) : null;
  }

  /** @param {string} id */
  #title(id) {
    return this.#catalogue.layers.get(id)?.title ?? id;
  }

  /** @param {Found} found @param {boolean} first @returns {Node[]} */
  #group(found, first) {
    const layer = this.#catalogue.layers.get(found.id);
    if (!layer) return [];
    return [
      h('h3', {class: 'group'}, layer.title),
      ...found.features.map((row, index) => this.#card(layer, row, first && index === 0)),
      ...(found.more ? [h('p', {class: 'hint'}, t('more_here'))] : []),
    ];
  }

  /** @param {import('./catalogue.js').Layer} layer @param {Row} row @param {boolean} open */
  #card(layer, row, open) {
    const filled = layer.fields.filter(field => row.properties[field.name] !== null);
    const name = layer.fields.find(field => field.name === layer.name_field);
    return h('details', {class: 'object', open},
      h('summary', {}, icon('right'),
        h('span', {class: 'name'}, name && row.title !== null ? valueText(name, row.title) : `${layer.title} ${row.id}`)),
      h('dl', {class: 'pairs'}, ...filled.flatMap(field => [
        h('dt', field.description ? {title: field.description} : {}, field.title),
        h('dd', {}, valueText(field, row.properties[field.name], row.properties)),
      ])),
      layer.links.attachments ? photos(layer.links.attachments.replace('{id}', String(row.id))) : null,
      h('div', {class: 'actions'},
        row.box ? h('button', {type: 'button', class: 'action', onclick: () => this.#view.fit(/** @type {number[]} */ (row.box))}, icon('zoom'), t('show_on_map')) : null,
        !this.#state.time && layer.changes.some(one => one !== 'INSERT')
          ? h('button', {type: 'button', class: 'action', onclick: () => this.#state.edit({layer: layer.id, id: row.id})}, icon('edit'), t('edit')) : null,
        layer.links.items ? h('a', {class: 'action', href: `${layer.links.items}/${row.id}?f=html&lang=${language}`}, icon('page'), t('object_page')) : null,
        layer.links.work ? h('a', {class: 'action', href: filledIn(layer.links.work, row), download: true}, icon('download'), t('work_in_qgis')) : null),
      layer.history ? this.#history(layer, row) : null);
  }

  /** @param {import('./catalogue.js').Layer} layer @param {Row} row */
  #history(layer, row) {
    const list = h('div', {class: 'history', 'aria-live': 'polite'});
    const ontoggle = async () => {
      if (list.childElementCount) return;
      const {historyList} = await import('./history-list.js');
      list.replaceChildren(...await historyList(layer, row.id));
    };
    return h('details', {class: 'history-of', ontoggle}, h('summary', {}, icon('right'), t('history')), list);
  }
}

/** Put values of a row into an address. @param {string} address @param {Row} row */
function filledIn(address, row) {
  return address.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(row.properties[name])));
}

/** The pictures and files of an object, filled in when they are known. @param {string} address @returns {HTMLElement} */
function photos(address) {
  const strip = h('div', {class: 'photos', role: 'group', 'aria-label': t('photos'), hidden: true});
  fetch(address).then(answer => answer.json()).then(({attachments}) => {
    strip.append(...attachments.map((/** @type {{href: string, thumbnail?: string, name?: string}} */ one, /** @type {number} */ at) => {
      const name = one.name ?? t('photo_of', {number: at + 1});
      return h('a', {href: one.href, target: '_blank', rel: 'noopener'},
        one.thumbnail ? h('img', {src: one.thumbnail, alt: name, loading: 'lazy'}) : name);
    }));
    strip.hidden = !attachments.length;
  }).catch(() => {});
  return strip;
}
