// @ts-check
// The panel with its tabs; on a phone it is a sheet of three heights, changed by buttons.

import {byId} from './dom.js';
import {announce} from './announce.js';
import {t} from './words.js';

const HEIGHTS = ['low', 'half', 'full'];

/** Make tabs and buttons of the panel work. */
export function startPanel() {
  const panel = byId('panel');
  const tabs = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('[role=tab]')]);
  for (const tab of tabs) {
    tab.addEventListener('click', () => { select(tab.id.slice(4)); raise(); });
    tab.addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      select(next.id.slice(4));
      next.focus();
      event.preventDefault();
    });
  }
  for (const button of panel.querySelectorAll('[data-sheet]')) {
    button.addEventListener('click', () =>
      step(button.getAttribute('data-sheet') === 'higher' ? 1 : -1));
  }
  setHeight(matchMedia('(max-width: 900px)').matches ? 'low' : 'half');
}

/** Show one pane of the panel. @param {string} name */
export function select(name) {
  for (const tab of byId('panel').querySelectorAll('[role=tab]')) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute('aria-selected', String(chosen));
    tab.setAttribute('tabindex', chosen ? '0' : '-1');
    byId(String(tab.getAttribute('aria-controls'))).hidden = !chosen;
  }
}

/** Lower the sheet so that the map can be seen. */
export function lower() {
  setHeight('low');
}

/** Lift a lowered sheet to the half. */
export function raise() {
  if (byId('panel').dataset.height === 'low') setHeight('half');
}

/** @param {1 | -1} by */
function step(by) {
  const now = HEIGHTS.indexOf(byId('panel').dataset.height ?? 'half');
  const next = HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, now + by))];
  setHeight(next);
  announce(t(`sheet_${next}`));
}

/** @param {string} height */
function setHeight(height) {
  const panel = byId('panel');
  panel.dataset.height = height;
  for (const button of panel.querySelectorAll('[data-sheet]')) {
    const end = button.getAttribute('data-sheet') === 'higher' ? 'full' : 'low';
    button.toggleAttribute('disabled', height === end);
  }
}
