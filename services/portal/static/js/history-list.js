// @ts-check
// What happened to an object: when, and which values became which.

import {h} from './dom.js';
import {date, language, t, valueText} from './words.js';

const MOST = 50;

/**
 * Load the history of an object as a list, the latest first.
 * @param {import('./catalogue.js').Layer} layer
 * @param {number} id
 * @returns {Promise<HTMLElement[]>}
 */
export async function historyList(layer, id) {
  const address = `${layer.links.items}/${id}/history`;
  const answer = await fetch(`${address}?f=json&lang=${language}&limit=${MOST}`);
  if (!answer.ok) return [h('p', {class: 'hint'}, t('no_answer'))];
  const {events, numberMatched} = await answer.json();
  return [
    h('ol', {class: 'events'}, ...events.map((/** @type {any} */ event) => entry(layer, event))),
    ...(numberMatched > events.length
      ? [h('a', {href: `${address}?f=html&lang=${language}`}, t('history_more'))] : []),
  ];
}

/** @param {import('./catalogue.js').Layer} layer @param {any} event */
function entry(layer, event) {
  const who = [event.who, event.application, event.comment].filter(Boolean).join(' · ');
  return h('li', {},
    h('p', {}, h('time', {datetime: event.when}, date(event.when)), ' – ', h('strong', {}, event.title)),
    who ? h('p', {class: 'hint'}, who) : null,
    event.kind === 'changed' ? h('ul', {},
      ...event.changes.map((/** @type {any} */ change) => changed(layer, change)),
      event.geometryChanged ? h('li', {}, t('geometry_changed')) : null) : null);
}

/** @param {import('./catalogue.js').Layer} layer @param {any} change */
function changed(layer, change) {
  const field = layer.fields.find(one => one.name === change.name);
  const written = (/** @type {unknown} */ value) => (field ? valueText(field, value) : String(value));
  return h('li', {}, `${change.title}: `,
    h('del', {}, written(change.old)), h('span', {class: 'visually-hidden'}, ` ${t('became')} `),
    h('span', {'aria-hidden': 'true'}, ' → '), h('ins', {}, written(change.new)));
}
