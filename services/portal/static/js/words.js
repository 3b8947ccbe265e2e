// @ts-check
// The page's language: words, plurals, numbers, dates.

/** The page's language, as its address says. */
export const language = document.documentElement.lang || 'pl';

/** @type {Record<string, string>} */
let words = {};
const plurals = new Intl.PluralRules(language);
const dates = new Intl.DateTimeFormat(language, {dateStyle: 'long'});
const instants = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeStyle: 'short'});

/** Load the words of the page's language. */
export async function loadWords() {
  const answer = await fetch(new URL(`../i18n/${language}.json`, import.meta.url));
  words = await answer.json();
}

/**
 * Return the words of a key with `{name}` replaced.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) throw new Error(`no words for "${key}" in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Return the words of a counted key (`key.one`, `key.few`, `key.many`, `key.other`).
 * @param {string} key
 * @param {number} count
 * @returns {string}
 */
export function counted(key, count) {
  return t(`${key}.${plurals.select(count)}`, {count: number(count)});
}

/**
 * Write a number in the page's language.
 * @param {number} value
 * @param {number} [digits] most digits after the point
 * @returns {string}
 */
export function number(value, digits = 2) {
  return new Intl.NumberFormat(language, {maximumFractionDigits: digits}).format(value);
}

/**
 * Write a date or an instant in the page's language.
 * @param {string} text ISO 8601
 * @returns {string}
 */
export function date(text) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return text;
  return text.includes('T') ? instants.format(moment) : dates.format(moment);
}

/**
 * Write a symbol with the meanings of its parts (`MN/U` is MN and U), by the dictionary of its row.
 * @param {{class_field: string, codes: Record<string, string>}} symbols
 * @param {string} written
 * @param {Record<string, unknown>} row
 * @returns {string}
 */
function symbolText(symbols, written, row) {
  if (!(symbols.class_field in row)) return written;
  const [begins] = String(row[symbols.class_field] ?? '').split(' ');
  const whole = symbols.codes[`${begins} ${written}`];
  if (whole) return `${whole} (${written})`;
  const parts = written.split(/[/,;+&\s-]+/).map(part => part.replace(/^[0-9.]+|[0-9.]+$/g, '')).filter(Boolean);
  return [...new Set(parts)].map(part => `${symbols.codes[`${begins} ${part}`] ?? t('unknown_symbol')} (${part})`).join('; ');
}

/**
 * Write the value of a field with its unit, its code's meaning, or yes and no.
 * @param {import('./catalogue.js').Field} field
 * @param {unknown} value
 * @param {Record<string, unknown>} [row] the other values of its row
 * @returns {string}
 */
export function valueText(field, value, row = {}) {
  if (value === null || value === undefined || value === '') return '–';
  if (field.symbols) return symbolText(field.symbols, String(value), row);
  if (field.codes) return field.codes[String(value)] ?? String(value);
  if (field.type === 'boolean') return t(value ? 'yes' : 'no');
  if (field.type === 'date' || field.type === 'timestamp') return date(String(value));
  if (typeof value !== 'number') return String(value);
  if (field.unit === 'year') return String(value);
  const written = number(value, 3);
  return field.unit ? `${written}\u00a0${t(`unit.${field.unit}`)}` : written;
}
