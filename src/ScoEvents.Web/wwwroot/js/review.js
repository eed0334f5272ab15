// The queue under the keyboard: moving is done here at once, everything else is asked of the server.
export function attach(root, server) {
  const rows = () => [...root.querySelectorAll('tr[data-case]')];
  const current = () => document.activeElement?.closest?.('tr[data-case]');
  const panel = () => root.querySelector('[data-review-panel]');
  const isTyping = element => !!element?.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');

  function move(step) {
    const all = rows();
    const from = all.indexOf(current());
    const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(from + step, 0), all.length - 1);
    all[to]?.querySelector('[data-review-open]')?.focus();
    all[to]?.scrollIntoView({ block: 'nearest' });
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }

    const row = current();
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (event.key === 'j' || (isArrow && row && event.key === 'ArrowDown')) {
      move(1);
    } else if (event.key === 'k' || (isArrow && row)) {
      move(-1);
    } else if (event.key === '/') {
      root.querySelector('[data-review-search]')?.focus();
    } else if (['a', 'r', 't', 'x', '?'].includes(event.key)) {
      const id = row?.dataset.case ?? panel()?.dataset.reviewPanel ?? null;
      void server.invokeMethodAsync('OnKeyAsync', event.key, id);
    } else {
      return;
    }

    event.preventDefault();
  }

  document.addEventListener('keydown', onKey);
  root.dataset.ready = 'true';
  return { detach: () => document.removeEventListener('keydown', onKey) };
}
