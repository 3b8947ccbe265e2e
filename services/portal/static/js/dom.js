// @ts-check
// Elements made without HTML text, so that nothing from the data can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Make an element. Attributes that are functions become listeners (`onclick`), `false`, `null` and
 * `undefined` leave an attribute out, `true` sets it empty.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | number | null | undefined)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  apply(element, attributes);
  element.append(...children.filter(child => child !== null && child !== undefined).map(child =>
    typeof child === 'number' ? String(child) : /** @type {Node | string} */ (child)));
  return element;
}

/**
 * Make an SVG element.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  apply(element, attributes);
  element.append(...children);
  return element;
}

/** @param {Element} element @param {Record<string, unknown>} attributes */
function apply(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/**
 * Make an icon of the sprite; it says nothing to a screen reader.
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const sprite = new URL('../img/icons.svg', import.meta.url).pathname;
  return svg('svg', {class: 'icon', 'aria-hidden': 'true'}, svg('use', {href: `${sprite}#${name}`}));
}

/**
 * Make a button with an icon; its words are its name and its tooltip.
 * @param {string} name
 * @param {string} words
 * @param {(event: MouseEvent) => void} onclick
 * @param {Record<string, unknown>} [attributes]
 * @returns {HTMLElement}
 */
export function iconButton(name, words, onclick, attributes = {}) {
  const given = {type: 'button', class: 'quiet', 'aria-label': words, title: words, onclick};
  return h('button', {...given, ...attributes}, icon(name));
}

/**
 * Return the element of an id that the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
