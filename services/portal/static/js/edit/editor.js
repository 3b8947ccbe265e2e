// @ts-check
// Adding, changing and deleting one object: the form, the shape on the map, and what the server says.

import {announce} from '../announce.js';
import {byId, h, icon, iconButton} from '../dom.js';
import {t} from '../words.js';
import {ask} from './dialog.js';
import {Form} from './form.js';
import {conflicts, same, settle} from './merge.js';
import {Collection} from './server.js';
import {ShapeError, geometryOf, textOf} from './shape.js';
import {Sketch} from './sketch.js';

const NEXT_LAYERS = 4;
const DIGITS = 3;

/**
 * @typedef {import('../catalogue.js').Layer} Layer
 * @typedef {import('./server.js').Read} Read
 * @typedef {import('./server.js').Refusal} Refusal
 */

/** One object being edited, in the place of the drawer. */
export class Editor {
  /** @type {Form} */
  #form = /** @type {any} */ (null);
  /** @type {Sketch | null} */
  #sketch = null;
  /** @type {Read | null} */
  #read = null;
  #collection;
  #catalogue;
  #state;
  #view;
  #layer;
  #done;
  #isBusy = false;
  #northFirst;
  #shapeText = /** @type {HTMLTextAreaElement} */ (h('textarea', {
    id: 'edit-shape', rows: 4, spellcheck: 'false', 'aria-describedby': 'edit-shape-hint edit-shape-error',
    onchange: () => this.#takeText(),
  }));
  #shapeError = h('p', {class: 'error', id: 'edit-shape-error', hidden: true});
  #problem = h('div', {class: 'problem', role: 'alert', hidden: true});
  #comment = /** @type {HTMLInputElement} */ (h('input', {id: 'edit-comment', type: 'text', maxlength: 500, autocomplete: 'off'}));
  /** @type {HTMLElement} */
  #tools = h('div', {class: 'actions', role: 'group', 'aria-label': t('edit_drawing')});
  #around = () => { this.#lookAround(); };
  #guard = (/** @type {BeforeUnloadEvent} */ event) => { if (this.isChanged) event.preventDefault(); };

  /**
   * @param {import('../catalogue.js').Catalogue} catalogue
   * @param {import('../state.js').State} state
   * @param {import('../map-view.js').MapView} view
   * @param {Layer} layer
   * @param {(id: number | null) => void} done hears of the object that is left, null where it is gone
   */
  constructor(catalogue, state, view, layer, done) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#view = view;
    this.#layer = layer;
    this.#done = done;
    this.#northFirst = catalogue.north_first;
    this.#collection = new Collection(layer, catalogue.storage_crs, this.#northFirst);
  }

  /** Whether something would be lost. */
  get isChanged() {
    const shape = !same(this.#sketch?.geometry, this.#read?.feature.geometry);
    return shape || Object.keys(this.#form.changes()).length > 0;
  }

  /** Open the form. @param {number | null} id of the object; null to add one */
  async open(id) {
    const [schema, read] = await Promise.all([
      this.#collection.schema(), id === null ? null : this.#collection.read(id)]);
    this.#read = read;
    const defaults = Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, one.default]));
    this.#form = new Form(schema, read?.feature.properties ?? defaults, () => this.#said());
    if (this.#layer.geometry) {
      this.#sketch = new Sketch(this.#view, this.#layer.geometry, this.#catalogue.storage_crs, () => this.#shaped());
      this.#sketch.set(read?.feature.geometry ?? null, {keep: false});
    }
    this.#show(id);
    this.#state.on(['view'], this.#around);
    addEventListener('beforeunload', this.#guard);
    this.#lookAround();
    if (id === null) this.#sketch?.draw();
  }

  /** Close, unless something would be lost and the editor wants to keep it. @returns {Promise<boolean>} */
  async leave() {
    if (this.isChanged) {
      const answer = await ask(t('edit_unsaved'), [h('p', {}, t('edit_unsaved_text'))], [
        {value: 'drop', words: t('edit_drop')}, {value: 'stay', words: t('edit_go_on'), main: true}]);
      if (answer !== 'drop') return false;
    }
    this.#close(this.#read?.feature.id ?? null);
    return true;
  }

  /** A key on the map. @param {KeyboardEvent} event @returns {boolean} whether it was meant for drawing */
  key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') this.#sketch?.undo();
    else if (event.key === 'Enter' || event.key === ' ') this.#sketch?.addCentre();
    else if (event.key === 'Backspace') this.#sketch?.undo();
    else if (event.key === 'Escape' && this.#sketch?.isDrawing) this.#sketch.cancel();
    else return false;
    return true;
  }

  /** @param {number | null} id */
  #show(id) {
    const editor = byId('editor');
    const heading = h('h2', {tabindex: '-1'}, t(id === null ? 'edit_new' : 'edit_change', {title: this.#layer.title}));
    const form = h('form', {novalidate: true, onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); this.#save(); }},
      this.#problem,
      ...(this.#sketch ? [this.#shapeFields()] : []),
      ...this.#form.elements,
      h('div', {class: 'edit-field'}, h('label', {for: 'edit-comment'}, t('edit_comment')),
        h('p', {class: 'hint', id: 'edit-comment-hint'}, t('edit_comment_hint')), this.#comment),
      id === null || !this.#layer.changes.includes('DELETE') ? null : h('div', {class: 'actions'},
        h('button', {type: 'button', class: 'action danger', onclick: () => this.#remove()}, icon('minus'), t('edit_delete'))),
      h('div', {class: 'actions edit-actions'},
        h('button', {type: 'submit', class: 'primary'}, t('edit_save')),
        h('button', {type: 'button', class: 'action', onclick: () => this.leave()}, icon('close'), t('edit_cancel'))));
    editor.replaceChildren(
      h('div', {class: 'drawer-head'}, heading, iconButton('close', t('close'), () => this.leave())),
      h('div', {class: 'drawer-body'}, form));
    editor.hidden = false;
    document.documentElement.dataset.drawer = 'open';
    document.documentElement.dataset.editing = 'true';
    this.#sketch?.bringIntoSight();
    heading.focus({preventScroll: true});
    announce(heading.textContent ?? '');
  }

  #shapeFields() {
    const hint = t('edit_shape_hint', {crs: this.#catalogue.storage_crs});
    return h('fieldset', {class: 'shape'}, h('legend', {}, t('edit_shape')), this.#tools,
      h('details', {}, h('summary', {}, icon('right'), t('edit_coordinates')),
        h('p', {class: 'hint', id: 'edit-shape-hint'}, hint),
        h('label', {class: 'visually-hidden', for: 'edit-shape'}, t('edit_coordinates')), this.#shapeText),
      this.#shapeError);
  }

  /** The shape or the state of drawing is another. */
  #shaped() {
    const sketch = this.#sketch;
    if (!sketch) return;
    this.#shapeText.value = textOf(sketch.geometry, this.#northFirst, DIGITS);
    this.#shapeError.hidden = true;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
    const tool = (/** @type {string} */ key, /** @type {string} */ image, /** @type {() => void} */ onclick, disabled = false) =>
      h('button', {type: 'button', class: 'action', 'data-key': key, onclick, disabled}, icon(image), t(`edit_${key}`));
    this.#tools.replaceChildren(...(sketch.isDrawing
      ? [tool('corner', 'target', () => sketch.addCentre()), tool('undo', 'undo', () => sketch.undo()),
        tool('finish', 'check', () => sketch.finish()), tool('stop', 'close', () => sketch.cancel())]
      : [tool(sketch.geometry && this.#layer.geometry?.startsWith('Multi') ? 'part' : 'draw', 'pin', () => sketch.draw()),
        tool('undo', 'undo', () => sketch.undo(), !sketch.canUndo),
        tool('clear', 'minus', () => sketch.set(null), !sketch.geometry)]));
    const again = /** @type {HTMLElement | null} */ (focused ? this.#tools.querySelector(`[data-key="${focused}"]`) ?? this.#tools.firstElementChild : null);
    again?.focus();
  }

  #takeText() {
    try {
      this.#sketch?.set(geometryOf(this.#shapeText.value, String(this.#layer.geometry), this.#northFirst));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      this.#shapeFault(t(error.key, {line: error.line}));
    }
  }

  /** @param {string} text */
  #shapeFault(text) {
    this.#shapeError.textContent = text;
    this.#shapeError.hidden = false;
    this.#shapeText.closest('details')?.setAttribute('open', '');
    announce(text);
  }

  #said() {
    this.#problem.hidden = true;
  }

  #lookAround() {
    const near = [this.#layer.id, ...this.#state.layers.map(one => one.id)].map(id => this.#catalogue.layers.get(id))
      .filter(layer => layer?.kind === 'vector' && layer.links.items && this.#view.isInScale(layer.id));
    const addresses = [...new Set(near.map(layer => String(layer?.links.items)))].slice(0, NEXT_LAYERS);
    this.#sketch?.lookAround(addresses, this.#northFirst);
  }

  async #save() {
    if (this.#isBusy) return;
    const properties = this.#form.changes();
    const geometry = this.#sketch?.geometry ?? null;
    const isNew = this.#read === null;
    if (!isNew && !this.isChanged) {
      this.#close(this.#read?.feature.id ?? null);
      return;
    }
    const moved = isNew || !same(geometry, this.#read?.feature.geometry);
    const change = moved ? {properties, geometry} : {properties};
    await this.#send(isNew ? 'POST' : 'PATCH', change);
  }

  async #remove() {
    const answer = await ask(t('edit_delete_question'), [h('p', {}, t('edit_delete_text'))], [
      {value: 'stay', words: t('edit_go_on')}, {value: 'delete', words: t('edit_delete'), main: true}]);
    if (answer === 'delete') await this.#send('DELETE', null);
  }

  /** @param {'POST' | 'PATCH' | 'DELETE'} method @param {any} change */
  async #send(method, change) {
    this.#isBusy = true;
    const answer = await this.#collection.write(
      method, this.#read?.feature.id ?? null, change, this.#read?.tag ?? '', this.#comment.value.trim());
    this.#isBusy = false;
    if ('status' in answer) {
      if (answer.present) await this.#meet(method, answer);
      else this.#refused(answer);
      return;
    }
    announce(t(method === 'DELETE' ? 'edit_deleted' : 'edit_saved'));
    this.#view.refresh(this.#layer.id);
    this.#close(method === 'DELETE' ? null : answer.id);
  }

  /** Show what was wrong, at the fields where it is. @param {Refusal} refusal */
  #refused(refusal) {
    const left = this.#form.complain(refusal.errors.filter(one => one.field !== 'geom'));
    const shape = refusal.errors.filter(one => one.field === 'geom').map(one => one.message).join(' ');
    if (shape) this.#shapeFault(shape);
    const signIn = refusal.status === 401 ? [h('p', {}, t('edit_signed_out'))] : [];
    this.#problem.replaceChildren(h('p', {}, h('b', {}, refusal.title)), ...signIn,
      ...left.map(text => h('p', {}, text)));
    this.#problem.hidden = false;
    (this.#form.firstWrong ?? this.#problem).scrollIntoView({block: 'center'});
    this.#form.firstWrong?.focus();
  }

  /** Somebody else was quicker: bring both changes together. @param {'POST' | 'PATCH' | 'DELETE'} method @param {Refusal} refusal */
  async #meet(method, refusal) {
    const present = /** @type {NonNullable<Refusal['present']>} */ (refusal.present);
    const base = this.#all(this.#read?.feature);
    const theirs = this.#all(present.feature);
    const geometry = this.#sketch && !same(this.#sketch.geometry, base.geom) ? {geom: this.#sketch.geometry} : {};
    const mine = {...this.#form.changes(), ...geometry};
    const fieldOf = (/** @type {string} */ name) => this.#layer.fields.find(one => one.name === name) ?? null;
    const others = Object.keys(theirs).filter(name => !same(base[name], theirs[name]) && !(name in mine))
      .map(name => fieldOf(name)?.title ?? t('edit_shape'));
    const kept = await settle(conflicts(base, mine, theirs), fieldOf, others,
      {who: present.changed_by, at: present.changed_at});
    if (!kept) return;
    const lost = new Set(conflicts(base, mine, theirs).map(one => one.field).filter(name => !kept.has(name)));
    const standing = new Set(Object.keys(mine).filter(name => !lost.has(name)));
    this.#read = {feature: present.feature, tag: present.etag};
    this.#form.rebase(present.feature.properties, standing);
    if (this.#sketch && !standing.has('geom')) this.#sketch.set(present.feature.geometry);
    if (method === 'DELETE') await this.#send(method, null);
    else await this.#save();
  }

  /** @param {{properties: Record<string, unknown>, geometry: any} | undefined} feature @returns {Record<string, unknown>} */
  #all(feature) {
    return {...feature?.properties, ...(this.#sketch ? {geom: feature?.geometry ?? null} : {})};
  }

  /** @param {number | null} id */
  #close(id) {
    removeEventListener('beforeunload', this.#guard);
    this.#state.removeEventListener('view', this.#around);
    this.#sketch?.stop();
    byId('editor').hidden = true;
    byId('editor').replaceChildren();
    delete document.documentElement.dataset.editing;
    document.documentElement.dataset.drawer = 'closed';
    this.#done(id);
  }
}
