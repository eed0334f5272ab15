// What the device keeps while it has no network. People are in a database of their own, so that forgetting them is one
// act that touches nothing else; what is left (keys, revocations, scans not yet told) names nobody.

const DOOR = 'check-in';
const PEOPLE = 'check-in-people';

function open(name, stores) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => stores.forEach(store => request.result.createObjectStore(store));
    request.onsuccess = () => {
      // Another tab that forgets must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

async function run(name, stores, store, mode, work) {
  const database = await open(name, stores);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const door = (store, mode, work) => run(DOOR, ['doors', 'scans'], store, mode, work);
const people = (mode, work) => run(PEOPLE, ['people'], 'people', mode, work);

export const readDoor = eventId => door('doors', 'readonly', store => store.get(eventId));
export const keepDoor = (eventId, known) => door('doors', 'readwrite', store => store.put(known, eventId));
export const readPeople = eventId => people('readonly', store => store.get(eventId));
export const keepPeople = (eventId, list) => people('readwrite', store => store.put(list, eventId));

export const keepScan = scan => door('scans', 'readwrite', store => store.put(scan, scan.id));
export const readScans = async eventId => (await door('scans', 'readonly', store => store.getAll())).filter(scan => scan.eventId === eventId);
export const dropScans = ids => door('scans', 'readwrite', store => ids.map(id => store.delete(id)).at(-1));

const remove = name => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase(name);
  request.onsuccess = request.onblocked = () => resolve();
  request.onerror = () => reject(request.error);
});

/** Forgets every name; scans that the portal has not heard of stay. */
export const forgetPeople = () => remove(PEOPLE);

/** Forgets everything of every event, the pages kept for offline use included. */
export async function forgetAll() {
  await Promise.all([remove(PEOPLE), remove(DOOR)]);
  await Promise.all((await caches.keys()).filter(name => name.startsWith('check-in')).map(name => caches.delete(name)));
  await Promise.all((await navigator.serviceWorker?.getRegistrations() ?? []).map(registration => registration.unregister()));
}
