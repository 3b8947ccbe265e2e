// @ts-check
// A question that must be answered before anything else goes on.

import {h} from '../dom.js';

/**
 * Ask; answers the value of the button that was pressed, or null where it was dismissed.
 * @param {string} title
 * @param {(Node | string)[]} body
 * @param {{value: string, words: string, main?: boolean}[]} buttons the last one is dangerous or main
 * @returns {Promise<string | null>}
 */
export function ask(title, body, buttons) {
  return new Promise(resolve => {
    const dialog = /** @type {HTMLDialogElement} */ (h('dialog', {class: 'question', 'aria-labelledby': 'question-title'},
      h('h2', {id: 'question-title'}, title), h('div', {class: 'question-body'}, ...body),
      h('div', {class: 'actions'}, ...buttons.map(({value, words, main}) =>
        h('button', {type: 'button', class: main ? 'primary' : 'action', onclick: () => dialog.close(value)}, words)))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
