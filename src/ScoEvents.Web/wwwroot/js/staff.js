// What staff pages need beyond the framework: the buttons of the reconnection dialog, and native modal dialogs.
(() => {
  const modal = () => document.getElementById('components-reconnect-modal');

  async function retry() {
    try {
      // false: the server is there but no longer holds this circuit.
      if (!(await Blazor.reconnect())) {
        location.reload();
      }
    } catch {
      modal()?.classList.add('components-reconnect-failed');
    }
  }

  document.addEventListener('click', event => {
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

  // Only the script of .NET 10 raises this; a rejected circuit cannot be resumed, so the page starts anew.
  modal()?.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') {
      location.reload();
    }
  });

  window.portalDialog = {
    open: dialog => dialog.showModal(),
    close: dialog => dialog.close(),
  };
})();
