// Contrast and size of text: personal choices, kept in this browser, applied before the first paint.
(() => {
  const SIZES = ['normal', 'large', 'larger'];
  const root = document.documentElement;

  /** @param {string} key @param {string} otherwise */
  const kept = (key, otherwise) => {
    try { return localStorage.getItem(key) ?? otherwise; } catch { return otherwise; }
  };
  /** @param {string} key @param {string} value */
  const keep = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* private mode: lasts until the page goes */ }
  };

  root.dataset.contrast = kept('sip-contrast', 'normal');
  root.dataset.text = kept('sip-text', 'normal');

  addEventListener('DOMContentLoaded', () => {
    const contrast = document.getElementById('contrast');
    const say = () => contrast?.setAttribute('aria-pressed', String(root.dataset.contrast === 'high'));
    contrast?.addEventListener('click', () => {
      root.dataset.contrast = root.dataset.contrast === 'high' ? 'normal' : 'high';
      keep('sip-contrast', root.dataset.contrast);
      say();
    });
    document.getElementById('text-size')?.addEventListener('click', () => {
      const next = (SIZES.indexOf(root.dataset.text ?? 'normal') + 1) % SIZES.length;
      root.dataset.text = SIZES[next];
      keep('sip-text', SIZES[next]);
    });
    say();
  });
})();
