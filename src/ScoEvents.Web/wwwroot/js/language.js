// Carries what was typed over a change of the language: kept in this tab for as long as the next page takes to come,
// put back into the same fields there. Passwords, files and what is marked as private are never kept.
(() => {
  const place = 'typed';
  const patience = 30_000;
  const texts = ['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'month', 'week'];
  const typed = new Set();
  let isPuttingBack = false;

  const isStatic = document.body.classList.contains('is-public');
  const page = path => path.replace(/^\/(en|ru|zh|hi|ur)(?=\/|$)/, '');
  const here = () => page(location.pathname) + [...new URLSearchParams(location.search)].filter(([name]) => name !== 'language').map(pair => pair.join('=')).sort().join('&');

  function isKept(field) {
    return field.matches('input, textarea, select') && !field.closest('[data-private]') && !field.disabled && !field.readOnly
      && !/passport|password/i.test(field.name)
      && (field.type === 'checkbox' || field.type === 'radio' || field.matches('textarea, select') || texts.includes(field.type));
  }

  // The same page gives the same names and, where a field has none, the same ids in every language.
  const nameOf = field => field.name || field.id;

  function addressOf(field) {
    const name = nameOf(field);
    return [name, [...document.querySelectorAll('input, textarea, select')].filter(other => nameOf(other) === name).indexOf(field)];
  }

  const isBox = field => field.type === 'checkbox' || field.type === 'radio';

  function keep() {
    const fields = isStatic ? [...document.querySelectorAll('form[method=post] :is(input, textarea, select)')] : [...typed];
    const kept = fields.filter(field => field.isConnected && isKept(field) && nameOf(field))
      .map(field => [...addressOf(field), isBox(field) ? field.checked : field.value]);
    if (kept.length > 0) {
      sessionStorage.setItem(place, JSON.stringify({ here: here(), at: Date.now(), kept }));
    }
  }

  function putBack(waiting) {
    isPuttingBack = true;
    fill(waiting);
    isPuttingBack = false;
  }

  function fill(waiting) {
    for (const entry of [...waiting]) {
      const [name, index, value] = entry;
      const field = [...document.querySelectorAll('input, textarea, select')].filter(other => nameOf(other) === name)[index];
      if (!field || !isKept(field) || (field.matches('select') && ![...field.options].some(option => option.value === value))) {
        continue;
      }

      waiting.delete(entry);
      if (isBox(field)) {
        if (field.checked !== value) {
          field.click();
        }
      } else if (field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }

      typed.add(field);
    }
  }

  function restore() {
    const stored = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    const { here: from, at, kept } = stored ? JSON.parse(stored) : {};
    if (from !== here() || Date.now() - at > patience) {
      return;
    }

    const waiting = new Set(kept);
    putBack(waiting);
    // An interactive page builds its form later than the document, and a part of it only once another part is filled in.
    const watching = new MutationObserver(() => {
      putBack(waiting);
      if (waiting.size === 0) {
        watching.disconnect();
      }
    });
    watching.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('input', () => isPuttingBack || watching.disconnect(), true);
    setTimeout(() => watching.disconnect(), patience);
  }

  document.addEventListener('input', event => isPuttingBack || typed.add(event.target), true);
  document.addEventListener('change', event => isPuttingBack || typed.add(event.target), true);
  document.addEventListener('click', event => event.target.closest?.('.language-switcher a') && keep(), true);
  restore();
})();
