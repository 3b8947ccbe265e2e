// @ts-check
// Who has signed in, in the header: the name, signing out, and the purpose of reading personal data.

import {h} from './dom.js';
import {loadWords, t, date} from './words.js';

/**
 * @typedef {object} Me
 * @property {boolean} signed_in
 * @property {string} name
 * @property {{title: string}[]} groups
 * @property {string} csrf
 * @property {boolean} may_read_personal
 * @property {string} purpose
 * @property {string | null} purpose_until
 */

const link = /** @type {HTMLAnchorElement} */ (document.getElementById('account'));
link.addEventListener('click', () => {
  const url = new URL(link.href);
  url.searchParams.set('next', location.pathname + location.search);
  link.href = url.href;
});

const answer = await fetch(`/account/me?lang=${document.documentElement.lang}`);
const me = /** @type {Me} */ (answer.ok ? await answer.json() : {signed_in: false});
if (me.signed_in && me.csrf) {
  await loadWords();
  const label = link.querySelector('.account-name');
  if (label) label.textContent = me.name;
  link.title = t('account_of', {name: me.name});
  link.setAttribute('aria-label', link.title);
  link.setAttribute('aria-haspopup', 'dialog');
  if (me.purpose) link.dataset.purpose = '';
  link.addEventListener('click', event => {
    event.preventDefault();
    open();
  });
}

/**
 * Send one of the account's forms.
 * @param {string} path
 * @param {Record<string, string>} [values]
 */
function send(path, values = {}) {
  return fetch(`/account/${path}`, {
    method: 'POST',
    headers: {Accept: 'application/json'},
    body: new URLSearchParams({csrf: me.csrf, ...values}),
  });
}

async function signOut() {
  const said = await send('sign-out');
  location.href = said.ok ? (await said.json()).location : '/account';
}

/** @param {Event} event */
async function statePurpose(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('purpose'));
  const said = await send('purpose', {purpose: field.value});
  if (said.ok) {
    location.reload();
    return;
  }
  field.setCustomValidity(t('personal_short'));
  field.reportValidity();
}

async function endPurpose() {
  await send('purpose/end');
  location.reload();
}

/** @returns {Node[]} */
function personal() {
  const title = h('h3', {}, t('personal'));
  if (me.purpose && me.purpose_until) {
    const until = date(me.purpose_until);
    return [
      title,
      h('p', {class: 'notice'}, t('personal_stands', {until, purpose: me.purpose})),
      h('div', {class: 'row'},
        h('button', {type: 'button', class: 'button', onclick: endPurpose}, t('personal_hide'))),
    ];
  }
  const clear = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement} */ (event.target).setCustomValidity('');
  return [
    title,
    h('p', {class: 'hint'}, t('personal_lead')),
    h('form', {onsubmit: statePurpose},
      h('label', {for: 'purpose'}, t('personal_label')),
      h('input', {id: 'purpose', name: 'purpose', required: true, minlength: 10, maxlength: 500,
        autocomplete: 'off', oninput: clear}),
      h('button', {class: 'button'}, t('personal_show'))),
  ];
}

function open() {
  const dialog = /** @type {HTMLDialogElement} */ (h('dialog',
    {class: 'account-dialog', 'aria-labelledby': 'account-title', onclose: () => dialog.remove()},
    h('h2', {id: 'account-title'}, me.name),
    h('p', {class: 'hint'}, me.groups.map(one => one.title).join(', ')),
    ...(me.may_read_personal ? personal() : []),
    h('div', {class: 'row'},
      h('a', {class: 'button', href: `/inbox?lang=${document.documentElement.lang}`}, t('inbox')),
      h('a', {class: 'button', href: `/proposals?lang=${document.documentElement.lang}`}, t('proposals')),
      h('a', {class: 'button', href: `/account?lang=${document.documentElement.lang}`}, t('my_account')),
      h('button', {type: 'button', class: 'button', onclick: signOut}, t('sign_out')),
      h('button', {type: 'button', class: 'button', onclick: () => dialog.close()}, t('close')))));
  document.body.append(dialog);
  dialog.showModal();
}
