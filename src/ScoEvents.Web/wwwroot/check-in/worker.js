// Keeps the page at the door for the time without a network. It serves pages and their parts only: what the portal knows
// is asked for by the page itself, which keeps it where it can be forgotten.

const CACHE = 'check-in';
const PATIENCE = 4000;
const PARTS = ['script', 'style', 'font', 'image', 'document'];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin && PARTS.includes(request.destination)) {
    event.respondWith(answer(request));
  }
});

// What is newest wins; what is kept stands in where the network is away or too slow for a queue at the door.
async function answer(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept === undefined) {
    return fetch(request);
  }
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (fresh.ok && !fresh.redirected) {
      await (await caches.open(CACHE)).put(request, fresh.clone());
    }
    return fresh.status >= 500 ? kept : fresh;
  } catch {
    return kept;
  }
}
