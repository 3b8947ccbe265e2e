// @ts-check
// The tab of layers: those on the map in their order, and all of them by theme with a filter.

import {folded, isDrawn} from './catalogue.js';
import {announce} from './announce.js';
import {byId, h, icon, iconButton} from './dom.js';
import {legendList} from './legend-panel.js';
import {layerFacts} from './layer-facts.js';
import {swatch} from './swatch.js';
import {t} from './words.js';

/**
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 */
export function startLayerPanel(catalogue, state, view) {
  const shown = h('div', {class: 'shown'});
  const themes = h('div', {class: 'tree'});
  const filter = h('input', {
    type: 'search', id: 'layer-filter', placeholder: t('filter_layers'), autocomplete: 'off',
    oninput: () => applyFilter(themes, /** @type {HTMLInputElement} */ (filter).value),
  });
  for (const theme of catalogue.themes) {
    if (theme.layers.length) themes.append(themeBranch(theme, catalogue, state, view));
  }
  byId('pane-layers').append(
    shown,
    h('div', {class: 'field'},
      h('label', {class: 'visually-hidden', for: 'layer-filter'}, t('filter_layers')), filter),
    themes,
  );
  /** @type {Set<string>} */
  const opened = new Set();
  const draw = () => {
    drawShown(shown, catalogue, state, view, opened);
    markTree(themes, state, view);
  };
  state.on(['layers', 'base'], draw);
  state.on(['view', 'time'], () => { markScale(byId('pane-layers'), view); });
  draw();
}

/**
 * @param {import('./catalogue.js').Theme} theme
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 */
function themeBranch(theme, catalogue, state, view) {
  const open = state.theme ? state.theme === theme.id : theme.layers.some(layer => state.shown(layer.id));
  return h('details', {class: 'theme', 'data-theme': theme.id, open},
    h('summary', {}, icon('right'), h('span', {class: 'theme-title'}, theme.title),
      h('span', {class: 'count', 'aria-hidden': 'true'}, theme.layers.length)),
    h('ul', {class: 'layers'}, ...theme.layers.map(layer => treeRow(layer, state, view))));
}

/**
 * @param {import('./catalogue.js').Layer} layer
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 */
function treeRow(layer, state, view) {
  const facts = h('div', {class: 'facts', id: `facts-${layer.id}`, hidden: true});
  const more = iconButton('info', t('about_layer', {title: layer.title}), () => {
    const closed = facts.hidden;
    if (closed && !facts.childElementCount) facts.append(...layerFacts(layer, state, view));
    facts.hidden = !closed;
    more.setAttribute('aria-expanded', String(closed));
  }, {'aria-expanded': 'false', 'aria-controls': facts.id});
  return h('li', {class: 'layer', 'data-layer': layer.id, 'data-words': folded(`${layer.title} ${layer.abstract}`)},
    h('div', {class: 'layer-row'}, named(layer, state), more),
    facts);
}

/** @param {import('./catalogue.js').Layer} layer @param {import('./state.js').State} state */
function named(layer, state) {
  if (isDrawn(layer)) return checkBox(layer, state);
  return layer.links.scene ? sceneOf(layer) : tableOnly(layer, state);
}

/** @param {import('./catalogue.js').Layer} layer */
function sceneOf(layer) {
  return h('a', {class: 'layer-name plain', href: layer.links.scene},
    icon('layers'), h('span', {class: 'name'}, layer.title));
}

/** @param {import('./catalogue.js').Layer} layer @param {import('./state.js').State} state */
function checkBox(layer, state) {
  const box = /** @type {HTMLInputElement} */ (h('input', {
    type: 'checkbox',
    onchange: () => {
      state.toggle(layer.id, box.checked);
      announce(t(box.checked ? 'layer_on' : 'layer_off', {title: layer.title}));
    },
  }));
  return h('label', {class: 'layer-name'}, box,
    layer.legend.length === 1 ? swatch(layer.legend[0].symbol, layer.geometry) : null,
    h('span', {class: 'name'}, layer.title));
}

/** @param {import('./catalogue.js').Layer} layer @param {import('./state.js').State} state */
function tableOnly(layer, state) {
  return h('button', {type: 'button', class: 'layer-name plain', onclick: () => state.setTable(layer.id)},
    icon('table'), h('span', {class: 'name'}, layer.title));
}

/** @param {HTMLElement} tree @param {import('./state.js').State} state @param {import('./map-view.js').MapView} view */
function markTree(tree, state, view) {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[data-layer]'))) {
    const box = row.querySelector('input');
    if (box) box.checked = state.shown(row.dataset.layer ?? '') !== undefined;
  }
  markScale(byId('pane-layers'), view);
}

/** @param {HTMLElement} pane @param {import('./map-view.js').MapView} view */
function markScale(pane, view) {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (pane.querySelectorAll('.shown [data-layer]'))) {
    const why = view.whyUnseen(row.dataset.layer ?? '');
    row.classList.toggle('out-of-scale', why !== '');
    const note = row.querySelector('.scale-note');
    if (note) note.textContent = why ? t(why) : '';
  }
}

/** @param {HTMLElement} tree @param {string} text */
function applyFilter(tree, text) {
  const wanted = folded(text.trim());
  let found = 0;
  for (const theme of /** @type {NodeListOf<HTMLDetailsElement>} */ (tree.querySelectorAll('.theme'))) {
    let here = 0;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (theme.querySelectorAll('.layer'))) {
      row.hidden = !row.dataset.words?.includes(wanted);
      if (!row.hidden) here += 1;
    }
    theme.hidden = here === 0;
    if (wanted) theme.open = here > 0;
    found += here;
  }
  if (wanted) announce(t('filter_found', {count: found}));
}

/**
 * @param {HTMLElement} shown
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {import('./state.js').State} state
 * @param {import('./map-view.js').MapView} view
 * @param {Set<string>} opened
 */
function drawShown(shown, catalogue, state, view, opened) {
  const redraw = () => drawShown(shown, catalogue, state, view, opened);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
  const rows = state.layers.flatMap(one => {
    const layer = catalogue.layers.get(one.id);
    return layer ? [shownRow(layer, one, state, opened, redraw)] : [];
  });
  shown.replaceChildren(
    h('h2', {}, t('on_map')),
    rows.length ? h('ol', {class: 'order'}, ...rows) : h('p', {class: 'hint'}, t('nothing_on_map')),
    baseRow(state),
  );
  markScale(shown, view);
  if (focused) /** @type {HTMLElement | null} */ (shown.querySelector(`[data-key="${focused}"]`))?.focus();
}

/**
 * @param {import('./catalogue.js').Layer} layer
 * @param {import('./permalink.js').Shown} one
 * @param {import('./state.js').State} state
 * @param {Set<string>} opened layers whose controls are unfolded
 * @param {() => void} redraw
 */
function shownRow(layer, one, state, opened, redraw) {
  const place = state.layers.indexOf(one);
  const named = {title: layer.title};
  const move = (/** @type {1 | -1} */ by) => () => {
    state.move(layer.id, by);
    announce(t('moved', {title: layer.title, place: place + by + 1}));
  };
  const open = opened.has(layer.id);
  return h('li', {class: 'on', 'data-layer': layer.id},
    h('div', {class: 'on-head'},
      h('button', {
        type: 'button', class: 'on-name', 'aria-expanded': String(open), 'data-key': `open-${layer.id}`,
        onclick: () => { opened[open ? 'delete' : 'add'](layer.id); redraw(); },
      }, icon(open ? 'down' : 'right'), h('span', {class: 'name'}, layer.title)),
      iconButton('up', t('move_up', named), move(-1),
        {'data-key': `up-${layer.id}`, disabled: place === 0}),
      iconButton('down', t('move_down', named), move(1),
        {'data-key': `down-${layer.id}`, disabled: place === state.layers.length - 1}),
      iconButton('close', t('remove_layer', named), () => state.toggle(layer.id, false))),
    h('span', {class: 'scale-note hint'}),
    h('div', {class: 'on-body', hidden: !open},
      opacitySlider(t('opacity_of', named), one.opacity, `opacity-${layer.id}`,
        value => state.change(layer.id, {opacity: value})),
      layer.years.length > 1 ? yearChoice(layer, one, state) : null,
      legendList(layer)));
}

/** @param {import('./catalogue.js').Layer} layer @param {import('./permalink.js').Shown} one @param {import('./state.js').State} state */
function yearChoice(layer, one, state) {
  const now = one.year ?? layer.years[0];
  return h('div', {class: 'years', role: 'group', 'aria-label': t('year')},
    ...layer.years.map(year => h('button', {
      type: 'button', class: 'chip', 'aria-pressed': String(year === now), 'data-key': `year-${layer.id}-${year}`,
      onclick: () => state.change(layer.id, {year}),
    }, year)));
}

/** @param {import('./state.js').State} state */
function baseRow(state) {
  return h('div', {class: 'base'}, icon('map'), h('span', {class: 'name'}, t('base_map')),
    opacitySlider(t('opacity_of', {title: t('base_map')}), state.base, 'base',
      value => state.setBase(value)));
}

/** @param {string} words @param {number} value @param {string} key @param {(value: number) => void} changed */
function opacitySlider(words, value, key, changed) {
  const slider = /** @type {HTMLInputElement} */ (h('input', {
    type: 'range', min: 0, max: 100, step: 5, value: Math.round(value * 100), 'aria-label': words,
    title: words, 'data-key': key, onchange: () => changed(Number(slider.value) / 100),
  }));
  return h('div', {class: 'opacity'}, slider, h('output', {}, `${Math.round(value * 100)}%`));
}
