// @ts-check
// The card of a layer: what it is, from when, whose, and the ways to have it.

import {isDrawn} from './catalogue.js';
import {h, icon} from './dom.js';
import {legendList} from './legend-panel.js';
import {counted, date, t} from './words.js';

/**
 * @param {import('./catalogue.js').Layer} layer
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 * @returns {Node[]}
 */
export function layerFacts(layer, state, view) {
  const {metadata, links} = layer;
  const state_of = layer.date ?? layer.changed;
  const facts = [
    [t('state_of_data'), state_of ? date(state_of.slice(0, 10)) : null],
    [t('update_rhythm'), metadata.update_rhythm ? t(`rhythm.${metadata.update_rhythm}`) : null],
    [t('owner'), metadata.owner],
    [t('source'), layer.external?.attribution ?? metadata.lineage],
    [t('law'), metadata.source],
    [t('licence'), metadata.licence],
    [t('rows'), layer.rows === null ? null : counted('row', layer.rows)],
  ];
  const actions = [
    layer.extent && isDrawn(layer)
      ? action('button', 'zoom', t('zoom_to_layer'), {onclick: () => view.fit(/** @type {number[]} */ (layer.extent))}) : null,
    layer.changes.includes('INSERT')
      ? action('button', 'plus', t('edit_add'), {onclick: () => state.edit({layer: layer.id, id: null})}) : null,
    links.scene ? action('a', 'layers', t('points_open'), {href: links.scene}) : null,
    links.items ? action('button', 'table', t('as_table'), {onclick: () => state.setTable(layer.id)}) : null,
    links.metadata ? action('a', 'info', t('metadata'), {href: links.metadata}) : null,
    links.files ? action('a', 'download', t('files_of_layer'), {href: links.files}) : null,
    ...(links.downloads ?? []).map(one => action('a', 'download', one.title, {href: one.href, download: true})),
  ];
  return [
    h('p', {}, layer.abstract),
    isDrawn(layer) && layer.legend.length > 1 ? legendList(layer) : null,
    h('dl', {class: 'pairs'}, ...facts.filter(([, value]) => value)
      .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('div', {class: 'actions'}, ...actions),
  ].filter(node => node !== null);
}

/**
 * @param {'a' | 'button'} tag
 * @param {string} image
 * @param {string} words
 * @param {Record<string, unknown>} attributes
 */
function action(tag, image, words, attributes) {
  const type = tag === 'button' ? {type: 'button'} : {};
  return h(tag, {class: 'action', ...type, ...attributes}, icon(image), words);
}
