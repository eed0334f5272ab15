// What staff pages need beyond the framework: how it reconnects, the buttons of the dialog that tells of it, and
// native modal dialogs.
(() => {
  const modal = () => document.getElementById('components-reconnect-modal');

  function show(state) {
    modal()?.classList.remove('components-reconnect-failed', 'components-reconnect-rejected');
    modal()?.classList.add(`components-reconnect-${state}`);
  }

  // Nothing reloads by itself: what was typed can still be read and copied from the page behind the dialog.
  async function retry() {
    show('show');
    try {
      // False: the server answers but no longer holds this circuit. Only the script of .NET 10 can resume one.
      const isBack = await Blazor.reconnect() || await Blazor.resumeCircuit?.();
      if (!isBack) {
        show('rejected');
      }
    } catch {
      show('failed');
    }
  }

  if (modal()) {
    new MutationObserver(() => {
      const button = [...modal().querySelectorAll('button')].find(candidate => candidate.offsetParent);
      if (button && !modal().contains(document.activeElement)) {
        button.focus();
      }
    }).observe(modal(), { attributes: true, attributeFilter: ['class'] });
  }

  document.addEventListener('click', event => {
    // The framework's router scrolls to a fragment but does not move the focus.
    const toField = event.target.closest?.('.form-errors a');
    if (toField) {
      event.preventDefault();
      document.getElementById(toField.hash.slice(1))?.focus();
      return;
    }

    // A browser is silent when the same file is chosen again, though it may have been mended meanwhile.
    if (event.target.matches?.('.file-input input')) {
      event.target.value = '';
    }

    const action = event.target.closest?.('[data-reconnect]')?.dataset.reconnect;
    if (action === 'retry') {
      void retry();
    } else if (action === 'reload') {
      location.reload();
    }
  });

  // A person who comes back to the tab is served at once instead of at the next attempt.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && modal()?.classList.contains('components-reconnect-failed')) {
      void retry();
    }
  });

  // On a narrow screen a row of tabs is wider than its room: the one a person stands on is brought into it.
  const toCurrentTab = () => document.querySelectorAll('.tab-nav ul').forEach(row => {
    const current = row.querySelector('a[aria-current]');
    // Again where the row has another width than the last time: its letters or its counts came later, or the phone was turned.
    const shown = current && `${current.href} ${row.clientWidth} ${row.scrollWidth}`;
    if (current && row.scrollWidth > row.clientWidth && row.dataset.shown !== shown) {
      row.dataset.shown = shown;
      const [place, room] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
      row.scrollLeft += place.left - room.left - (room.width - place.width) / 2;
    }
  });
  new ResizeObserver(toCurrentTab).observe(document.body);
  void document.fonts.ready.then(toCurrentTab);
  new MutationObserver(toCurrentTab).observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-current'] });

  // What one person wants of a page on this browser. A browser that keeps nothing forgets it when the page is left.
  const memory = new Map();
  window.portalMemory = {
    read: key => {
      try {
        return memory.get(key) ?? localStorage.getItem(key);
      } catch (error) {
        console.info(error.name);
        return memory.get(key) ?? null;
      }
    },
    write: (key, value) => {
      memory.set(key, value);
      try {
        if (value === null) {
          localStorage.removeItem(key);
        } else {
          localStorage.setItem(key, value);
        }
      } catch (error) {
        console.info(error.name);
      }
    },
  };

  window.portalDialog = {
    open: dialog => dialog.showModal(),
    close: dialog => dialog.close(),
  };

  // The framework's own pauses grow to half a minute. Three seconds bring people back soon after the server is;
  // sixty tries last as long as the server keeps a lost circuit.
  void Blazor.start({ circuit: { reconnectionOptions: { retryIntervalMilliseconds: 3000, maxRetries: 60 } } });
})();
