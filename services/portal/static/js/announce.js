// @ts-check
// What a screen reader is told when something was found or changed.

import {byId} from './dom.js';

/** Say something, politely. @param {string} text */
export function announce(text) {
  const region = byId('live-region');
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
