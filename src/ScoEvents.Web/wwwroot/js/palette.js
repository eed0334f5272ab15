// The search palette under the keyboard: opening, choosing and closing are done here at once; finding is asked of the server.
export function attach(root, server) {
  const dialog = root.querySelector('[data-palette]');
  const field = root.querySelector('[data-palette-field]');
  const list = root.querySelector('[data-palette-list]');
  const options = () => [...list.querySelectorAll('[role=option]')];
  const chosen = () => list.querySelector('[role=option][aria-selected=true]');
  let isOpening = false;
  let isEntered = false;

  function choose(option) {
    options().forEach((other, index) => {
      other.id = `${list.id}-${index}`;
      other.setAttribute('aria-selected', other === option ? 'true' : 'false');
    });
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function move(to) {
    const all = options();
    const from = all.indexOf(chosen());
    choose(all[to(from, all.length)] ?? null);
  }

  function open() {
    if (dialog.open || document.querySelector('dialog[open]')) {
      return;
    }

    isEntered = false;
    field.value = '';
    dialog.showModal();
    field.focus();
    void server.invokeMethodAsync('OnOpenedAsync');
  }

  function go() {
    const option = chosen();
    if (option) {
      dialog.close();
      option.click();
    }
  }

  // Enter that comes before the answer opens what the answer chooses first.
  const isAnswered = () => list.dataset.searching === 'false' && list.dataset.typed === field.value.trim();

  function onKey(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK') {
      event.preventDefault();
      open();
      return;
    }

    if (!dialog.open || !dialog.contains(event.target) || event.isComposing) {
      return;
    }

    if (event.key === 'ArrowDown') {
      move((from, length) => (from + 1) % length);
    } else if (event.key === 'ArrowUp') {
      move((from, length) => (from <= 0 ? length : from) - 1);
    } else if (event.key === 'Home' && field.value.length === 0) {
      move(() => 0);
    } else if (event.key === 'End' && field.value.length === 0) {
      move((from, length) => length - 1);
    } else if (event.key === 'Enter' && event.target === field) {
      if (isAnswered()) {
        go();
      } else {
        isEntered = true;
      }
    } else {
      return;
    }

    event.preventDefault();
  }

  function onClick(event) {
    if (event.target.closest?.('[data-palette-open]')) {
      open();
    } else if (event.target === dialog || event.target.closest?.('[data-palette-close]') || event.target.closest?.('[role=option]')) {
      dialog.close();
    }
  }

  const onTyped = () => { isEntered = false; };
  const answers = new MutationObserver(() => {
    if (!options().includes(chosen())) {
      choose(options()[0] ?? null);
    }

    if (isEntered && isAnswered()) {
      isEntered = false;
      go();
    }
  });
  answers.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-searching', 'data-typed'] });
  document.addEventListener('keydown', onKey);
  root.addEventListener('click', onClick);
  field.addEventListener('input', onTyped);
  root.dataset.ready = 'true';
  return {
    detach: () => {
      answers.disconnect();
      document.removeEventListener('keydown', onKey);
      root.removeEventListener('click', onClick);
      field.removeEventListener('input', onTyped);
    },
  };
}
