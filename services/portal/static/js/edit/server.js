// @ts-check
// What the editor asks of the API, and what it answers.

import {language, t} from '../words.js';
import {turned} from './shape.js';

/**
 * @typedef {import('./shape.js').Geometry} Geometry
 * @typedef {{field: string, message: string}} Fault
 * @typedef {{id: number, properties: Record<string, unknown>, geometry: Geometry | null}} Feature
 * @typedef {{feature: Feature, tag: string}} Read
 * @typedef {{title: string, errors: Fault[], present: {feature: Feature, etag: string,
 *   changed_at: string, changed_by?: string} | null, status: number}} Refusal
 */

/** The collection of one layer; geometries are in the CRS of the registers, east first. */
export class Collection {
  #items;
  #schema;
  #crs;
  #northFirst;

  /** @param {import('../catalogue.js').Layer} layer @param {number} crs EPSG code @param {boolean} northFirst */
  constructor(layer, crs, northFirst) {
    this.#items = String(layer.links.items);
    this.#schema = this.#items.replace(/items$/, 'schema');
    this.#crs = `http://www.opengis.net/def/crs/EPSG/0/${crs}`;
    this.#northFirst = northFirst;
  }

  /** @returns {Promise<import('./form.js').Schema>} */
  async schema() {
    const answer = await fetch(`${this.#schema}?f=json&lang=${language}`, {cache: 'no-cache'});
    if (!answer.ok) throw new Error(t('no_answer'));
    return answer.json();
  }

  /** @param {number} id @returns {Promise<Read>} */
  async read(id) {
    const answer = await fetch(this.#address(id), {cache: 'no-store'});
    if (!answer.ok) throw new Error(t('no_object'));
    return {feature: this.#inner(await answer.json()), tag: answer.headers.get('etag') ?? ''};
  }

  /**
   * Write a change.
   * @param {'POST' | 'PATCH' | 'DELETE'} method
   * @param {number | null} id
   * @param {{properties: Record<string, unknown>, geometry?: Geometry | null} | null} change
   * @param {string} tag of the state that was changed
   * @param {string} comment of the change set
   * @returns {Promise<{id: number} | Refusal>}
   */
  async write(method, id, change, tag, comment) {
    /** @type {Record<string, string>} */
    const headers = {Prefer: 'return=representation', 'X-CSRF-Token': await csrf()};
    if (tag) headers['If-Match'] = tag;
    if (comment) headers['Sip-Comment'] = encodeURIComponent(comment);
    let body;
    if (change) {
      const geometry = change.geometry && this.#northFirst ? turned(change.geometry) : change.geometry;
      body = JSON.stringify({type: 'Feature', ...change, geometry});
      headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/geo+json';
      headers['Content-Crs'] = `<${this.#crs}>`;
    }
    const answer = await fetch(this.#address(id), {method, headers, body}).catch(() => null);
    if (answer?.status === 204) return {id: Number(id)};
    const told = await answer?.json().catch(() => null);
    if (answer?.ok) return {id: told.id};
    const present = told?.present ? {...told.present, feature: this.#inner(told.present.feature)} : null;
    return {
      status: answer?.status ?? 0, errors: told?.errors ?? [], present,
      title: told?.title ?? told?.description ?? t('no_answer'),
    };
  }

  /** @param {number | null} id */
  #address(id) {
    const query = `f=json&lang=${language}&crs=${encodeURIComponent(this.#crs)}`;
    return id === null ? `${this.#items}?${query}` : `${this.#items}/${id}?${query}`;
  }

  /** @param {any} feature @returns {Feature} */
  #inner(feature) {
    const {id, properties, geometry} = feature;
    return {id, properties, geometry: geometry && this.#northFirst ? turned(geometry) : geometry};
  }
}

/** The token of the session that is in force now: it may have begun in another tab. @returns {Promise<string>} */
export async function csrf() {
  const answer = await fetch('/account/me', {cache: 'no-store'}).catch(() => null);
  const told = answer?.ok ? await answer.json() : null;
  return told?.csrf ?? '';
}
