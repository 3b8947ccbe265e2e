// @ts-check
// The map at a date: a day by slider or by hand, what was in force or what was known, differences.

import {announce} from './announce.js';
import {byId, h, icon} from './dom.js';
import {dayAfter, daysBetween, readDay, today} from './time.js';
import {date, t} from './words.js';

const PAUSE_MS = 250;
const DAYS_KNOWN = 730;
const DAYS_VALID = 3650;

/**
 * Put the controls into the tab of tools, and the bar that says which day is shown on the map.
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 */
export function startTime(catalogue, state, view) {
  const panel = new TimePanel(catalogue, state);
  byId('pane-tools').prepend(panel.element);
  const bar = byId('time-bar');
  const text = h('span', {id: 'time-text'});
  bar.append(text, h('button', {
    type: 'button', class: 'action', id: 'time-off',
    onclick: () => { state.setTime(null); announce(t('time_now')); byId('map').focus(); },
  }, icon('close'), t('time_off')));
  /** @type {import('./difference.js').Difference | null} */
  let difference = null;
  const draw = async () => {
    bar.hidden = state.time === null;
    text.textContent = said(state.time);
    if (!difference && state.time?.since) {
      const {Difference} = await import('./difference.js');
      difference ??= new Difference(catalogue, state, view, panel.differences);
    }
  };
  state.on(['time'], draw);
  draw();
}

/** @param {import('./time.js').Time | null} time @returns {string} */
function said(time) {
  if (!time) return '';
  if (time.since) return t('time_difference', {since: date(time.since), day: date(time.day)});
  return t(`time_said.${time.kind}`, {day: date(time.day)});
}

class TimePanel {
  #catalogue;
  #state;
  #timer = 0;
  /** @type {'valid' | 'known'} */
  #kind;

  /** @param {import('./catalogue.js').Catalogue} catalogue @param {import('./state.js').State} state */
  constructor(catalogue, state) {
    this.#catalogue = catalogue;
    this.#state = state;
    this.#kind = state.time?.kind ?? 'valid';
    this.differences = h('div', {id: 'differences'});
    const chosen = (/** @type {Event} */ event) => this.#choose(/** @type {HTMLInputElement} */ (event.target).value);
    this.day = input({type: 'date', id: 'time-day', onchange: chosen});
    this.slider = input({
      type: 'range', id: 'time-slider', min: 0, step: 1, 'aria-label': t('time_slider'),
      oninput: () => {
        this.day.value = this.#sliderDay;
        this.slider.setAttribute('aria-valuetext', date(this.#sliderDay));
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#choose(this.#sliderDay), PAUSE_MS);
      },
    });
    this.since = input({
      type: 'date', id: 'time-since',
      onchange: () => this.#compare(readDay(this.since.value)),
    });
    this.ends = h('div', {class: 'ends', 'aria-hidden': 'true'});
    this.comparing = h('div', {class: 'field'},
      h('label', {for: 'time-since'}, t('time_since')), this.since, h('p', {class: 'hint'}, t('time_since_hint')));
    this.element = h('section', {'aria-labelledby': 'time-title'},
      h('h2', {id: 'time-title'}, t('time')),
      h('div', {class: 'chips', role: 'group', 'aria-labelledby': 'time-title'},
        ...['valid', 'known'].map(kind => h('button', {
          type: 'button', class: 'chip', 'data-kind': kind,
          onclick: () => this.#turn(/** @type {'valid' | 'known'} */ (kind)),
        }, t(`time_kind.${kind}`)))),
      this.hint = h('p', {class: 'hint'}),
      h('div', {class: 'field'}, h('label', {for: 'time-day'}, t('time_day')), this.day),
      this.slider, this.ends, this.comparing, this.differences);
    state.on(['time', 'layers'], () => this.#draw());
    this.#draw();
  }

  /** The first day of the slider. */
  get #first() {
    const now = today();
    const starts = this.#state.layers.map(one => this.#catalogue.layers.get(one.id)?.time?.[0])
      .filter(start => start !== null && start !== undefined);
    const earliest = this.#kind === 'valid' && starts.length ? dayAfter([...starts].sort()[0].slice(0, 10), -1)
      : dayAfter(now, this.#kind === 'valid' ? -DAYS_VALID : -DAYS_KNOWN);
    return [earliest, this.#state.time?.day ?? now, now].sort()[0];
  }

  get #sliderDay() {
    return dayAfter(this.#first, Number(this.slider.value));
  }

  /** @param {'valid' | 'known'} kind */
  #turn(kind) {
    this.#kind = kind;
    const {time} = this.#state;
    if (!time) { this.#draw(); return; }
    const day = kind === 'known' && time.day > today() ? today() : time.day;
    this.#state.setTime({kind, day, since: null});
  }

  /** @param {string} text */
  #choose(text) {
    clearTimeout(this.#timer);
    const day = readDay(text);
    if (!day || (this.#kind === 'known' && day > today())) {
      announce(t('time_unfit'));
      this.#draw();
      return;
    }
    const since = this.#state.time?.since ?? null;
    this.#state.setTime({kind: this.#kind, day, since: since && since < day ? since : null});
    announce(said(this.#state.time));
  }

  /** @param {string | null} since */
  #compare(since) {
    const day = this.#state.time?.day ?? today();
    const fits = since !== null && since < day;
    if (!fits && this.since.value) announce(t('time_unfit'));
    this.#state.setTime({kind: 'known', day, since: fits ? since : null});
  }

  #draw() {
    const {time} = this.#state;
    if (time) this.#kind = time.kind;
    const isKnown = this.#kind === 'known';
    for (const chip of this.element.querySelectorAll('[data-kind]')) {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('data-kind') === this.#kind));
    }
    this.hint.textContent = t(`time_hint.${this.#kind}`);
    const day = time?.day ?? today();
    const last = [day, today()].sort()[1];
    this.day.value = day;
    this.day.max = isKnown ? today() : '';
    this.slider.max = String(daysBetween(this.#first, last));
    this.slider.value = String(daysBetween(this.#first, day));
    this.slider.setAttribute('aria-valuetext', date(day));
    this.ends.replaceChildren(h('span', {}, date(this.#first)), h('span', {}, date(last)));
    this.comparing.hidden = !isKnown;
    this.since.value = time?.since ?? '';
    this.since.max = day;
    if (!time?.since) this.differences.replaceChildren();
  }
}

/** @param {Record<string, unknown>} attributes @returns {HTMLInputElement} */
function input(attributes) {
  return /** @type {HTMLInputElement} */ (h('input', attributes));
}
