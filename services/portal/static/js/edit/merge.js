// @ts-check
// Two people changed the same object: who wins is asked for each value that both have changed.

import {h} from '../dom.js';
import {date, t, valueText} from '../words.js';
import {ask} from './dialog.js';

/**
 * @typedef {Record<string, unknown>} Values
 * @typedef {{field: string, mine: unknown, theirs: unknown}} Conflict
 */

/** Compare as JSON does. @param {unknown} one @param {unknown} other */
export function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/**
 * Find what both have changed, and differently.
 * @param {Values} base as it was read
 * @param {Values} mine what I changed, and to what
 * @param {Values} theirs as it is now
 * @returns {Conflict[]}
 */
export function conflicts(base, mine, theirs) {
  return Object.keys(mine)
    .filter(field => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
    .map(field => ({field, mine: mine[field], theirs: theirs[field]}));
}

/**
 * Ask which values shall stand.
 * @param {Conflict[]} found
 * @param {(field: string) => import('../catalogue.js').Field | null} fieldOf null is the geometry
 * @param {string[]} others titles of what only they have changed
 * @param {{who?: string, at: string}} change
 * @returns {Promise<Set<string> | null>} the fields in which mine stands; null to go on editing
 */
export async function settle(found, fieldOf, others, change) {
  const rows = found.map(one => choice(one, fieldOf(one.field)));
  const by = t(change.who ? 'edit_changed_by' : 'edit_changed_at', {who: change.who ?? '', at: date(change.at)});
  const body = [
    h('p', {}, by),
    ...(rows.length ? [h('p', {}, t('edit_choose'))] : [h('p', {}, t('edit_no_conflict'))]),
    ...rows,
    ...(others.length ? [h('p', {class: 'hint'}, t('edit_theirs_stay', {fields: others.join(', ')}))] : []),
  ];
  const answer = await ask(t('edit_meanwhile'), body, [
    {value: 'back', words: t('edit_go_on')}, {value: 'merge', words: t('edit_merge'), main: true}]);
  if (answer !== 'merge') return null;
  return new Set(found.filter((_, index) =>
    /** @type {HTMLInputElement} */ (rows[index].querySelector('input[value=mine]')).checked).map(one => one.field));
}

/** @param {Conflict} one @param {import('../catalogue.js').Field | null} field */
function choice(one, field) {
  const shown = (/** @type {unknown} */ value) => (field ? valueText(field, value) : t('edit_shape'));
  const option = (/** @type {'mine' | 'theirs'} */ side) => h('label', {class: 'side'},
    h('input', {type: 'radio', name: `side-${one.field}`, value: side, checked: side === 'mine'}),
    h('span', {}, h('small', {}, t(`edit_${side}`)), h('b', {}, shown(one[side]))));
  return h('fieldset', {class: 'conflict', 'data-field': one.field},
    h('legend', {}, field ? field.title : t('edit_shape')), option('mine'), option('theirs'));
}
