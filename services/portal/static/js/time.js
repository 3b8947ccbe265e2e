// @ts-check
// The day that the map shows: what was in force then, or what the office knew then.

/**
 * `since` is the earlier day of a difference, which only knowledge has.
 * @typedef {{kind: 'valid' | 'known', day: string, since: string | null}} Time
 */

/** Today where the visitor is, as ISO 8601. */
export function today() {
  return isoDay(new Date());
}

/** @param {string | null} text @returns {string | null} the day, if it is one */
export function readDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text ?? '')) return null;
  const moment = new Date(`${text}T12:00:00`);
  return Number.isNaN(moment.getTime()) || isoDay(moment) !== text ? null : text;
}

/** A day some days after another. @param {string} day @param {number} days */
export function dayAfter(day, days) {
  const moment = new Date(`${day}T12:00:00`);
  moment.setDate(moment.getDate() + days);
  return isoDay(moment);
}

/** How many days lie between two. @param {string} first @param {string} last */
export function daysBetween(first, last) {
  return Math.round((Date.parse(`${last}T12:00:00`) - Date.parse(`${first}T12:00:00`)) / 86_400_000);
}

/**
 * What is added to a request so that it is answered for that day.
 * @param {Time | null} time
 * @returns {Record<string, string>}
 */
export function timeQuery(time) {
  if (!time) return {};
  return time.kind === 'known' ? {asOf: time.day} : {datetime: time.day};
}

/**
 * Say whether a layer can be shown for a day: of the past only what has a history.
 * @param {import('./catalogue.js').Layer} layer
 * @param {Time | null} time
 */
export function canShow(layer, time) {
  return time?.kind !== 'known' || layer.kind !== 'vector' || layer.history;
}

/** @param {Date} moment */
function isoDay(moment) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
