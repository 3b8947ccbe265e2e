// @ts-check
// A layer as a table: pages, order, filter; a row leads to its place on the map.

import {byId, h, icon, iconButton} from './dom.js';
import {announce} from './announce.js';
import {timeQuery} from './time.js';
import {counted, language, number, t, valueText} from './words.js';

const ROWS = 25;
const PAUSE_MS = 300;

/** The table below the map. */
export class TableDock {
  #catalogue;
  #state;
  /** @type {(layer: string, id: number) => void} */
  #open;
  /** @type {import('./catalogue.js').Layer | null} */
  #layer = null;
  #offset = 0;
  #sort = '';
  #filter = '';
  #asked = 0;

  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {import('./state.js').State} state
   * @param {(layer: string, id: number) => void} open shows a row on the map
   */
  constructor(catalogue, state, open) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#open = open;
    state.on(['table'], () => this.#follow());
    state.on(['time'], () => this.#load());
    byId('table').addEventListener('keydown', event => {
      if (event.key === 'Escape') state.setTable(null);
    });
    this.#follow();
  }

  #follow() {
    const layer = this.#state.table ? this.#catalogue.layers.get(this.#state.table) : undefined;
    const dock = byId('table');
    this.#layer = layer?.links.items ? layer : null;
    dock.hidden = this.#layer === null;
    document.documentElement.dataset.table = dock.hidden ? 'closed' : 'open';
    if (!this.#layer) { dock.replaceChildren(); return; }
    this.#offset = 0;
    this.#sort = '';
    this.#filter = '';
    this.#frame(this.#layer);
    this.#load();
    dock.focus({preventScroll: true});
  }

  /** @param {import('./catalogue.js').Layer} layer */
  #frame(layer) {
    let timer = 0;
    const filter = /** @type {HTMLInputElement} */ (h('input', {
      type: 'search', id: 'table-filter', placeholder: t('filter_rows'), autocomplete: 'off',
      oninput: () => {
        clearTimeout(timer);
        timer = setTimeout(() => { this.#filter = filter.value.trim(); this.#offset = 0; this.#load(); }, PAUSE_MS);
      },
    }));
    byId('table').replaceChildren(
      h('div', {class: 'dock-head'},
        h('h2', {id: 'table-title'}, layer.title),
        h('label', {class: 'visually-hidden', for: 'table-filter'}, t('filter_rows')), filter,
        h('div', {class: 'pager', id: 'table-pager'}),
        layer.links.table ? h('a', {class: 'action', href: layer.links.table}, icon('page'), t('table_page')) : null,
        iconButton('close', t('close_table'), () => { this.#state.setTable(null); byId('map').focus(); })),
      h('div', {class: 'dock-body', id: 'table-body', tabindex: '0', role: 'region', 'aria-labelledby': 'table-title'}));
  }

  async #load() {
    const layer = this.#layer;
    if (!layer) return;
    const asked = this.#asked += 1;
    const query = new URLSearchParams({f: 'json', limit: String(ROWS), offset: String(this.#offset), skipGeometry: 'true', ...timeQuery(this.#state.time)});
    if (this.#sort) query.set('sortby', this.#sort);
    if (this.#filter) {
      query.set('filter-lang', 'cql2-text');
      query.set('filter', filterText(layer, this.#filter));
    }
    const answer = await fetch(`${layer.links.items}?${query}`);
    if (asked !== this.#asked) return;
    if (!answer.ok) {
      byId('table-body').replaceChildren(h('p', {class: 'hint'}, t('no_answer')));
      announce(t('no_answer'));
      return;
    }
    const page = await answer.json();
    if (asked !== this.#asked) return;
    this.#draw(layer, page.features, page.numberMatched);
  }

  /** @param {import('./catalogue.js').Layer} layer @param {any[]} features @param {number | undefined} matched */
  #draw(layer, features, matched) {
    const last = this.#offset + features.length;
    const head = h('tr', {}, h('th', {scope: 'col'}, h('span', {class: 'visually-hidden'}, t('actions'))),
      ...layer.fields.map(field => this.#heading(field)));
    const rows = features.map(feature => h('tr', {},
      h('td', {}, iconButton(layer.geometry ? 'pin' : 'page', t('open_row', {id: feature.id}), () => this.#open(layer.id, Number(feature.id)))),
      ...layer.fields.map(field => h('td', {class: typeof feature.properties[field.name] === 'number' && !field.codes ? 'number' : null},
        valueText(field, feature.properties[field.name], feature.properties)))));
    byId('table-body').replaceChildren(features.length
      ? h('table', {}, h('caption', {class: 'visually-hidden'}, layer.title), h('thead', {}, head), h('tbody', {}, ...rows))
      : h('p', {class: 'hint'}, t('no_rows')));
    byId('table-pager').replaceChildren(
      h('span', {class: 'hint'}, features.length
        ? t('page_of', {first: number(this.#offset + 1), last: number(last), all: matched === undefined ? '?' : number(matched)}) : ''),
      iconButton('left', t('page_before'), () => this.#turn(-1), {disabled: this.#offset === 0}),
      iconButton('right', t('page_after'), () => this.#turn(1), {disabled: matched === undefined ? features.length < ROWS : last >= matched}));
    announce(matched === undefined ? '' : counted('row', matched));
    byId('table').dataset.loaded = String(this.#asked);
  }

  /** @param {import('./catalogue.js').Field} field */
  #heading(field) {
    const order = this.#sort === field.name ? 'ascending' : this.#sort === `-${field.name}` ? 'descending' : 'none';
    return h('th', {scope: 'col', 'aria-sort': order}, h('button', {
      type: 'button', class: 'sort', title: t('sort_by', {title: field.title}),
      onclick: () => {
        this.#sort = this.#sort === field.name ? `-${field.name}` : field.name;
        this.#offset = 0;
        this.#load();
      },
    }, field.title, order === 'none' ? null : icon(order === 'ascending' ? 'up' : 'down')));
  }

  /** @param {1 | -1} by */
  #turn(by) {
    this.#offset = Math.max(0, this.#offset + by * ROWS);
    this.#load();
  }
}

/**
 * The CQL2 text that finds a text in any text field, or in the meanings of codes.
 * @param {import('./catalogue.js').Layer} layer
 * @param {string} text
 * @returns {string}
 */
export function filterText(layer, text) {
  const quoted = (/** @type {string} */ value) => `'${value.replaceAll("'", "''")}'`;
  const like = quoted(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const wanted = text.toLocaleLowerCase(language);
  const parts = layer.fields.flatMap(field => {
    if (field.codes) {
      const codes = Object.entries(field.codes).filter(([, title]) => title.toLocaleLowerCase(language).includes(wanted));
      return codes.length ? [`${field.name} IN (${codes.map(([code]) => quoted(code)).join(',')})`] : [];
    }
    return field.type === 'text' ? [`CASEI(${field.name}) LIKE CASEI(${like})`] : [];
  });
  return parts.length ? parts.join(' OR ') : '1=0';
}
