// What a person is doing with a form goes before what the server answers meanwhile. An answer takes its time: it may
// want to write into a field that is being typed into, or move or hold the button that is being pressed.
(() => {
  const patience = 5_000;
  const reach = 8;
  // These report a change with every digit or step, the others once it is done.
  const inSteps = ['number', 'date', 'time', 'datetime-local', 'month', 'week', 'range'];
  const untyped = ['checkbox', 'radio', 'file', 'hidden', 'submit', 'button', 'color'];
  const valueOf = new Map([HTMLInputElement, HTMLTextAreaElement].map(kind => [kind, Object.getOwnPropertyDescriptor(kind.prototype, 'value')]));
  const typing = new Map();

  // While a field is typed into, what the server writes there waits until it is left, and is dropped when more is typed.
  function begin(field) {
    const { get, set } = valueOf.get(field.constructor);
    typing.set(field, undefined);
    Object.defineProperty(field, 'value', {
      configurable: true,
      get() { return get.call(this); },
      set(value) { typing.set(this, value); },
    });
    field.addEventListener('blur', () => end(field), { once: true });
  }

  function end(field) {
    if (typing.has(field)) {
      const waiting = typing.get(field);
      typing.delete(field);
      delete field.value;
      if (waiting !== undefined) {
        field.value = waiting;
      }
    }
  }

  document.addEventListener('input', ({ target: field }) => {
    field.form?.setAttribute('data-typed', '');
    if (typing.has(field)) {
      typing.set(field, undefined);
    } else if (valueOf.has(field.constructor) && !untyped.includes(field.type) && field === document.activeElement) {
      begin(field);
    }
  }, true);
  document.addEventListener('change', ({ target: field }) => {
    if (typing.has(field)) {
      typing.set(field, undefined);
      if (!inSteps.includes(field.type)) {
        end(field);
      }
    }
  }, true);
  document.addEventListener('submit', ({ target: form }) => [...typing.keys()].filter(field => form.contains(field)).forEach(end), true);

  // The heading of what is new is given the focus once the server has heard that it is shown. Whoever stands in a field by
  // then stays there, unless it was left by Enter.
  const { focus } = HTMLElement.prototype;
  let place = null;
  let isMoving = false;
  function onMove(event) {
    isMoving = true;
    setTimeout(() => { isMoving = false; });
    if (event.key === 'Enter') {
      place = null;
    }
  }

  document.addEventListener('keydown', onMove, true);
  document.addEventListener('mousedown', onMove, true);
  document.addEventListener('focusin', ({ target }) => { place = isMoving && target.matches('input, textarea, select') ? target : null; }, true);
  HTMLElement.prototype.focus = function (options) {
    const at = document.activeElement;
    const isHeld = at && (at === place || typing.has(at));
    if (!isHeld || this.getAttribute('tabindex') !== '-1') {
      focus.call(this, options);
    }
  };

  // A press counts where it began. Leaving a corrected field for a button sends the field's value, and the answer may
  // come before the button is let go: it then stands elsewhere, or is held for a moment.
  let press = null;
  document.addEventListener('pointerdown', event => {
    const button = event.pointerType !== 'touch' && event.button === 0 ? event.target.closest?.('button') : null;
    press = button && !button.disabled ? { button, x: event.clientX, y: event.clientY, isClicked: false, isOver: false } : null;
  }, true);
  document.addEventListener('click', event => {
    if (press?.button.contains(event.target)) {
      press.isClicked = true;
    }
  }, true);
  document.addEventListener('pointerup', event => {
    const was = press;
    if (was && !was.isOver && Math.hypot(event.clientX - was.x, event.clientY - was.y) <= reach) {
      was.isOver = true;
      // The browser's own click, where there is one, comes right after this event.
      setTimeout(() => was.isClicked || click(was.button));
    }
  }, true);

  function click(button) {
    if (!button.disabled) {
      button.click();
      return;
    }

    const watching = new MutationObserver(() => {
      if (!button.disabled) {
        watching.disconnect();
        button.click();
      }
    });
    watching.observe(button, { attributes: true, attributeFilter: ['disabled'] });
    setTimeout(() => watching.disconnect(), patience);
  }
})();
