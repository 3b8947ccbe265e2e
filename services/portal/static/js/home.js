// @ts-check
// The home page: suggestions in the search box, and the picture that becomes the live map.

import {startSearchBox} from './search-box.js';
import {language, loadWords} from './words.js';

await loadWords();

const input = /** @type {HTMLInputElement} */ (document.getElementById('search'));
const region = document.getElementById('live-region');
startSearchBox(input, {
  choose: result => {
    const query = new URLSearchParams({lang: language});
    if (result.kind === 'feature') query.set('f', `${result.layer}/${result.id}`);
    else query.set('q', result.title);
    location.href = `/map?${query}`;
  },
  submit: text => { location.href = `/map?${new URLSearchParams({lang: language, q: text})}`; },
  announce: text => { if (region) region.textContent = text; },
});

const picture = /** @type {HTMLAnchorElement} */ (document.getElementById('picture'));
for (const sign of ['pointerdown', 'click', 'focus']) {
  picture.addEventListener(sign, event => {
    event.preventDefault();
    wake();
  }, {once: true});
}
picture.addEventListener('click', event => event.preventDefault());

let awake = false;

async function wake() {
  if (awake) return;
  awake = true;
  const {startHomeMap} = await import('./home-map.js');
  startHomeMap(/** @type {HTMLElement} */ (document.getElementById('live')), picture);
}
