// @ts-check
// A form made from the schema of a layer: what is asked, and what was answered.

import {h} from '../dom.js';
import {t} from '../words.js';

/**
 * @typedef {{title: string, type?: string, format?: string, description?: string, readOnly?: boolean,
 *   oneOf?: {const: string, title: string}[], maxLength?: number, minimum?: number,
 *   maximum?: number, default?: unknown, 'x-ogc-unit'?: string, 'x-ogc-role'?: string}} Property
 * @typedef {{required?: string[], properties: Record<string, Property>}} Schema
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

const LONG_TEXT = 160;
const NUMBER = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i;

/** The fields of one object. */
export class Form {
  /** @type {Map<string, {property: Property, control: Control, error: HTMLElement, before: string}>} */
  #fields = new Map();
  /** @type {HTMLElement[]} */
  elements = [];

  /** @param {Schema} schema @param {Record<string, unknown>} values @param {() => void} changed */
  constructor(schema, values, changed) {
    for (const [name, property] of Object.entries(schema.properties)) {
      if (property.readOnly || property['x-ogc-role'] === 'primary-geometry') continue;
      const required = (schema.required ?? []).includes(name) && property.default === undefined;
      const control = controlOf(name, property, required);
      control.value = written(property, values[name]);
      control.addEventListener('input', changed);
      const error = h('p', {class: 'error', id: `error-${name}`, hidden: true});
      this.#fields.set(name, {property, control, error, before: control.value});
      this.elements.push(fieldOf(name, property, required, control, error));
    }
  }

  /** What was changed since it was read, as JSON holds it. @returns {Record<string, unknown>} */
  changes() {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (const [name, {property, control, before}] of this.#fields) {
      if (control.value !== before) found[name] = valueOf(property, control.value);
    }
    return found;
  }

  /** Take others' values as read; what was typed stays where it is named. @param {Record<string, unknown>} values @param {Set<string>} mine */
  rebase(values, mine) {
    for (const [name, field] of this.#fields) {
      field.before = written(field.property, values[name]);
      if (!mine.has(name)) field.control.value = field.before;
    }
  }

  /** Show what is wrong at its field; answer what belongs to none. @param {{field: string, message: string}[]} errors @returns {string[]} */
  complain(errors) {
    const left = [];
    for (const {control, error} of this.#fields.values()) {
      control.removeAttribute('aria-invalid');
      error.hidden = true;
      error.textContent = '';
    }
    for (const one of errors) {
      const field = this.#fields.get(one.field);
      if (!field) {
        left.push(one.message);
        continue;
      }
      field.control.setAttribute('aria-invalid', 'true');
      field.error.textContent = [field.error.textContent, one.message].filter(Boolean).join(' ');
      field.error.hidden = false;
    }
    return left;
  }

  /** The first field that something is wrong with. @returns {Control | undefined} */
  get firstWrong() {
    return [...this.#fields.values()].map(one => one.control).find(one => one.hasAttribute('aria-invalid'));
  }
}

/** @param {string} name @param {Property} property @param {boolean} required @param {Control} control @param {HTMLElement} error */
function fieldOf(name, property, required, control, error) {
  const unit = property['x-ogc-unit'];
  const limits = limitsOf(property);
  return h('div', {class: 'edit-field'},
    h('label', {for: control.id}, property.title, unit ? ` (${t(`unit.${unit}`)})` : '',
      required ? h('span', {class: 'must'}, ` ${t('edit_required')}`) : null),
    property.description || limits
      ? h('p', {class: 'hint', id: `hint-${name}`}, [property.description, limits].filter(Boolean).join(' ')) : null,
    control, error);
}

/** @param {Property} property @returns {string} */
function limitsOf({minimum, maximum}) {
  if (minimum !== undefined && maximum !== undefined) return t('edit_between', {least: minimum, most: maximum});
  if (minimum !== undefined) return t('edit_from', {least: minimum});
  return maximum !== undefined ? t('edit_to', {most: maximum}) : '';
}

/** @param {string} name @param {Property} property @param {boolean} required @returns {Control} */
function controlOf(name, property, required) {
  const told = property.description || limitsOf(property) ? `hint-${name} ` : '';
  const given = {
    id: `edit-${name}`, name, 'aria-required': required ? 'true' : false, 'aria-describedby': `${told}error-${name}`, autocomplete: 'off',
  };
  const choices = property.oneOf?.map(one => [one.const, one.title])
    ?? (property.type === 'boolean' ? [['true', t('yes')], ['false', t('no')]] : null);
  if (choices) {
    return /** @type {Control} */ (h('select', given, h('option', {value: ''}, '–'),
      ...choices.map(([value, title]) => h('option', {value}, title))));
  }
  if (property.type === 'string' && !property.format && (property.maxLength ?? 0) > LONG_TEXT) {
    return /** @type {Control} */ (h('textarea', {...given, rows: 3}));
  }
  const types = /** @type {Record<string, string>} */ ({date: 'date', 'date-time': 'datetime-local'});
  const type = types[property.format ?? ''] ?? 'text';
  const mode = {integer: 'numeric', number: 'decimal'}[property.type ?? ''];
  return /** @type {Control} */ (h('input', {
    ...given, type, inputmode: mode, step: type === 'datetime-local' ? 1 : false,
    max: type === 'date' ? '9999-12-31' : false,
  }));
}

/** Write a value into a control. @param {Property} property @param {unknown} value @returns {string} */
function written(property, value) {
  if (value === null || value === undefined) return '';
  if (property.format === 'date-time') {
    const moment = new Date(String(value));
    return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }
  return String(value);
}

/** Read a control; what is no number is sent as it is, and the server says so. @param {Property} property @param {string} text @returns {unknown} */
function valueOf(property, text) {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (property.type === 'boolean') return trimmed === 'true';
  if (property.format === 'date-time') return new Date(trimmed).toISOString();
  if ((property.type === 'number' || property.type === 'integer') && NUMBER.test(trimmed)) {
    return Number(trimmed.replace(',', '.'));
  }
  return trimmed;
}
