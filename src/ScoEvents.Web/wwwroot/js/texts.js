// Fields for a text in several languages: how long it is while it is being typed, and the way from a list of what is
// missing into the one field that waits for it.
(() => {
  const patience = 20_000;

  document.addEventListener('input', event => {
    const count = event.target.id && document.querySelector(`[data-count-of="${CSS.escape(event.target.id)}"]`)?.firstChild;
    if (count) {
      count.data = String(event.target.value.length);
    }
  });

  // #write=Title.ru leads to the Russian title, #write=Title.ru.2 to that of the second text of this name after the first.
  function lead(address) {
    const [, name, language, index = '0'] = /#write=([A-Za-z]+)\.([a-z]{2})(?:\.(\d+))?$/.exec(address) ?? [];
    if (!name) {
      return;
    }

    const enter = () => {
      const field = document.querySelectorAll(`[data-text="${name}"]`)[Number(index)]?.querySelector(`.input[lang="${language}"]`);
      if (!field) {
        return false;
      }

      for (let around = field.closest('details'); around; around = around.parentElement.closest('details')) {
        around.open = true;
      }

      field.scrollIntoView({ block: 'center' });
      field.focus();
      return true;
    };

    if (!enter()) {
      const watching = new MutationObserver(() => enter() && watching.disconnect());
      watching.observe(document.body, { childList: true, subtree: true });
      setTimeout(() => watching.disconnect(), patience);
    }
  }

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href*="#write="]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // The page that is left may have a field of the same name: look only at the one that comes.
      const from = location.pathname;
      const arrived = setInterval(() => {
        if (location.pathname !== from || link.pathname === from) {
          clearInterval(arrived);
          lead(link.href);
        }
      }, 50);
      setTimeout(() => clearInterval(arrived), patience);
    }
  }, true);
  lead(location.hash);
})();
