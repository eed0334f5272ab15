// The timetable under a pointer and under keys. It draws where a card would go, and asks the server to move it; only
// the server's answer moves the card itself, so what is seen at rest is what is stored.
const threshold = 5;
const dayMinutes = 24 * 60;
const edge = 32;

export function attach(root, server) {
  const modal = document.getElementById('components-reconnect-modal');
  let drag = null;
  let chain = Promise.resolve();
  let generation = 0;
  let unanswered = 0;
  let isUnconfirmed = false;
  let endsDrag = false;

  // Asked for each time: the list has neither, and a new board has new ones.
  const ghost = () => root.querySelector('[data-ghost]');
  const layer = () => root.querySelector('[data-lanes]');
  const scroller = () => root.querySelector('[data-scroll]');
  const snap = () => Number(root.dataset.snap);
  const cardOf = id => root.querySelector(`[data-session="${CSS.escape(id)}"]`);

  // One call at a time, in order: the next starts from what the last has left.
  function call(method, ...args) {
    const mine = generation;
    unanswered++;
    const answer = chain.then(() => mine === generation ? server.invokeMethodAsync(method, ...args) : undefined);
    // A call fails only with its connection, of which the dialog of the connection tells.
    chain = answer.catch(() => undefined).finally(() => {
      if (mine === generation) {
        unanswered--;
      }
    });
    return chain;
  }

  function forgetCalls() {
    isUnconfirmed ||= unanswered > 0;
    generation++;
    unanswered = 0;
    chain = Promise.resolve();
    endDrag();
  }

  const lineWatch = modal && new MutationObserver(() => {
    if (modal.classList.contains('components-reconnect-show')) {
      forgetCalls();
    } else if (isUnconfirmed && modal.classList.contains('components-reconnect-hide')) {
      isUnconfirmed = false;
      void call('OnUnconfirmedAsync');
    }
  });
  lineWatch?.observe(modal, { attributes: true, attributeFilter: ['class'] });

  function contains(element, x, y) {
    const box = element?.getBoundingClientRect();
    return !!box && x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  }

  function lanes() {
    return [...root.querySelectorAll('[data-lane-head]')].map(head => ({ lane: Number(head.dataset.laneHead), box: head.getBoundingClientRect() }));
  }

  function minuteAt(y) {
    const box = layer().getBoundingClientRect();
    return (y - box.top) / box.height * dayMinutes;
  }

  const toSnap = minute => Math.round(minute / snap()) * snap();

  function targetAt(x, y) {
    const marked = [...root.querySelectorAll('[data-drop]')].find(element => contains(element, x, y));
    if (drag.kind === 'move' && marked) {
      return marked.dataset.drop === 'tray' ? { target: 'tray', element: marked } : { target: 'day', day: marked.dataset.day, element: marked };
    }

    if (!scroller() || !contains(scroller(), x, y)) {
      return null;
    }

    if (drag.kind !== 'move') {
      const minute = Math.min(Math.max(toSnap(minuteAt(y)), 0), dayMinutes);
      const [start, end] = drag.kind === 'start' ? [Math.min(minute, drag.end - snap()), drag.end] : [drag.start, Math.max(minute, drag.start + snap())];
      return { target: 'lane', lane: drag.lane, start, end };
    }

    const over = lanes().find(({ box }) => x >= box.left && x < box.right);
    if (!over) {
      return null;
    }

    // A card across all rooms stays across all of them wherever it is held.
    const lane = drag.isWide ? -1 : over.lane;
    const start = Math.min(Math.max(toSnap(minuteAt(y - drag.offset)), 0), dayMinutes - snap());
    return { target: 'lane', lane, start, end: start + drag.minutes };
  }

  function clock(minute) {
    const rest = minute % dayMinutes;
    return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  }

  function show(target) {
    for (const marked of root.querySelectorAll('[data-drop]')) {
      marked.toggleAttribute('data-over', marked === target?.element);
    }

    const shadow = ghost();
    if (!shadow) {
      return;
    }

    shadow.hidden = target?.target !== 'lane';
    if (!shadow.hidden) {
      shadow.style.setProperty('--start', target.start);
      shadow.style.setProperty('--minutes', Math.min(target.end, dayMinutes) - target.start);
      shadow.style.setProperty('--lane', Math.max(target.lane, 0));
      shadow.style.setProperty('--span', target.lane < 0 ? Math.max(lanes().length - 1, 1) : 1);
      shadow.textContent = `${clock(target.start)}–${target.end === dayMinutes ? '24:00' : clock(target.end)}`;
    }
  }

  function scrollNear(x, y) {
    const box = scroller()?.getBoundingClientRect();
    if (!box || !contains(scroller(), x, y)) {
      return;
    }

    const step = (position, from, to) => position < from + edge ? -8 : position > to - edge ? 8 : 0;
    scroller().scrollBy(step(x, box.left, box.right), step(y, box.top, box.bottom));
  }

  function endDrag() {
    if (drag) {
      drag.card.removeAttribute('data-lifted');
      drag = null;
    }

    root.removeAttribute('data-dragging');
    show(null);
    ghost()?.removeAttribute('data-waiting');
  }

  function onPointerDown(event) {
    endsDrag = false;
    const card = event.target.closest('[data-session]');
    if (event.button !== 0 || !card || card.dataset.movable === undefined || drag) {
      return;
    }

    const start = Number(card.dataset.start ?? 0);
    const minutes = Number(card.dataset.minutes);
    drag = {
      card,
      id: card.dataset.session,
      version: Number(card.dataset.version),
      kind: event.target.closest('[data-handle]')?.dataset.handle ?? 'move',
      isWide: card.dataset.lane === '-1',
      lane: Number(card.dataset.lane ?? 0),
      start,
      end: start + minutes,
      minutes,
      offset: card.dataset.start === undefined ? 0 : event.clientY - card.getBoundingClientRect().top,
      from: { x: event.clientX, y: event.clientY },
      pointer: event.pointerId,
      isMoving: false,
    };
  }

  function onPointerMove(event) {
    if (!drag || event.pointerId !== drag.pointer || drag.isWaiting) {
      return;
    }

    if (!drag.isMoving && Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y) < threshold) {
      return;
    }

    if (!drag.isMoving) {
      drag.isMoving = true;
      drag.card.setAttribute('data-lifted', '');
      root.setAttribute('data-dragging', '');
      root.setPointerCapture(drag.pointer);
      getSelection()?.removeAllRanges();
    }

    event.preventDefault();
    scrollNear(event.clientX, event.clientY);
    drag.target = targetAt(event.clientX, event.clientY);
    show(drag.target);
  }

  function onPointerUp(event) {
    if (!drag || event.pointerId !== drag.pointer || drag.isWaiting) {
      return;
    }

    const { target, isMoving } = drag;
    endsDrag = isMoving;
    if (!isMoving || !target) {
      endDrag();
      return;
    }

    // The shadow stays where it was let go until the server has answered, marked as not yet done.
    const mine = drag;
    drag.isWaiting = true;
    ghost()?.setAttribute('data-waiting', '');
    root.removeAttribute('data-dragging');
    void call('OnDropAsync', {
      session: drag.id, version: drag.version, kind: drag.kind, target: target.target,
      lane: target.lane ?? 0, start: target.start ?? 0, end: target.end ?? 0, day: target.day ?? null,
    }).then(() => {
      if (drag === mine) {
        endDrag();
      }
    });
  }

  function onPointerCancel(event) {
    if (drag && event.pointerId === drag.pointer && !drag.isWaiting) {
      endDrag();
    }
  }

  // The click that ends a drag is not a click on the link it began on.
  function onClick(event) {
    if (endsDrag) {
      endsDrag = false;
      event.preventDefault();
      event.stopPropagation();
    }
  }

  function onDoubleClick(event) {
    const card = event.target.closest('[data-session]');
    card?.querySelector('a')?.click();
  }

  const cardKeys = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Delete', 'Backspace', 'PageUp', 'PageDown']);

  function onKeyDown(event) {
    if (event.key === 'Escape' && drag && !drag.isWaiting) {
      endDrag();
      return;
    }

    const isTyping = event.target.closest('input, textarea, select, dialog');
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isTyping && (key === 'z' || key === 'y')) {
      event.preventDefault();
      void call(key === 'y' || event.shiftKey ? 'OnRedoAsync' : 'OnUndoAsync').then(() => keepFocus(event.target));
      return;
    }

    const card = event.target.matches('[data-session]') ? event.target : null;
    if (card && key === 'Enter') {
      event.preventDefault();
      card.querySelector('a')?.click();
      return;
    }

    if (event.ctrlKey || event.metaKey || isTyping) {
      return;
    }

    if (card && card.dataset.movable !== undefined && cardKeys.has(key)) {
      event.preventDefault();
      const id = card.dataset.session;
      const isRtl = getComputedStyle(root).direction === 'rtl';
      const sideways = { ArrowLeft: isRtl ? 'Next' : 'Previous', ArrowRight: isRtl ? 'Previous' : 'Next' }[key];
      void call('OnKeyAsync', id, sideways ?? key, event.shiftKey, event.altKey).then(() => focus(id));
    } else if ((key === 'PageUp' || key === 'PageDown') && (card || event.target === scroller())) {
      event.preventDefault();
      void call('OnDayKeyAsync', key === 'PageUp' ? -1 : 1);
    }
  }

  function keepFocus(element) {
    if (element?.dataset?.session) {
      focus(element.dataset.session);
    }
  }

  function focus(id) {
    const card = cardOf(id);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // A card that is drawn elsewhere, because somebody moved it or another, loses the focus without a word.
  let held = null;
  const cardWatch = new MutationObserver(() => {
    if (held && document.activeElement === document.body) {
      cardOf(held)?.focus({ preventScroll: true });
    }
  });
  cardWatch.observe(root, { childList: true, subtree: true });

  function onFocusIn(event) {
    held = event.target.closest('[data-session]')?.dataset.session ?? null;
  }

  function onFocusOut(event) {
    if (event.relatedTarget) {
      held = null;
    }
  }

  function onPress(event) {
    if (!event.target.closest?.('[data-session]')) {
      held = null;
    }
  }

  const listeners = [
    [root, 'pointerdown', onPointerDown], [root, 'pointermove', onPointerMove], [root, 'pointerup', onPointerUp],
    [root, 'pointercancel', onPointerCancel], [root, 'click', onClick, true], [root, 'dblclick', onDoubleClick],
    [root, 'keydown', onKeyDown], [root, 'focusin', onFocusIn], [root, 'focusout', onFocusOut], [document, 'pointerdown', onPress, true],
    // Links are dragged by the browser itself otherwise, and pictures of them dropped nowhere.
    [root, 'dragstart', event => event.target.closest?.('[data-session]') && event.preventDefault()],
  ];
  for (const [target, type, listener, isCapturing] of listeners) {
    target.addEventListener(type, listener, { capture: !!isCapturing });
  }

  root.dataset.ready = 'true';
  return {
    // Brings the first session, or the start of a working day, into sight.
    scrollTo: minute => {
      if (scroller() && layer()) {
        scroller().scrollTop = Math.max(layer().getBoundingClientRect().height * minute / dayMinutes - 16, 0);
      }
    },
    focus,
    dispose: () => {
      lineWatch?.disconnect();
      cardWatch.disconnect();
      for (const [target, type, listener, isCapturing] of listeners) {
        target.removeEventListener(type, listener, { capture: !!isCapturing });
      }
    },
  };
}
