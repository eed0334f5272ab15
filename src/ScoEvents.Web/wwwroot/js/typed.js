// Tells the portal of a text while it is still being typed, so that a draft holds what a lost line would cost.
export function watch(place) {
  let timer;
  place.closest('form').addEventListener('input', event => {
    const field = event.target;
    if (field.matches('input[type=text], input[type=email], textarea')) {
      clearTimeout(timer);
      timer = setTimeout(() => field.isConnected && field.dispatchEvent(new Event('change', { bubbles: true })), 1500);
    }
  });
}
