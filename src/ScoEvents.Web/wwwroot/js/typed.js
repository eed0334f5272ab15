// Tells the portal of a text while it is still being typed, so that a draft holds what a lost line would cost.
export function watch(place) {
  const form = place.closest('form');
  let timer;
  function waitForPause(field) {
    if (form.contains(field) && field.matches('input[type=text], input[type=email], textarea')) {
      clearTimeout(timer);
      timer = setTimeout(() => field.isConnected && field.dispatchEvent(new Event('change', { bubbles: true })), 1500);
    }
  }

  form.addEventListener('input', event => waitForPause(event.target));
  // On a slow line somebody types before this is here; typing.js saw it.
  if (form.hasAttribute('data-typed')) {
    waitForPause(document.activeElement);
  }
}
