// The page at the door: scans, searches, judges on the device, keeps what happened until the portal has heard of it.
import { canVerify } from './badge.js';
import { PortalClock } from './clock.js';
import { Journal } from './journal.js';
import { People } from './people.js';
import { Portal } from './portal.js';
import { judgeBadge, judgeText, presenceKey } from './rules.js';
import { prepare, Scanner } from './scanner.js';
import { forgetAll, forgetPeople, keepDoor, keepPeople, readDoor, readPeople } from './store.js';
import { Words } from './words.js';

const root = document.getElementById('door');
const eventId = root.dataset.event;
const part = name => root.querySelector(`[data-part="${name}"]`);

const PULSE = 5000;
const SAME_CODE = 3000;

const words = new Words(root);
const clock = new PortalClock();
const people = new People(words);
const portal = new Portal(eventId, clock);
const journal = new Journal(part('journal'), eventId, words, people);

let known = null;
let lastCode = { text: '', at: 0 };
let isOnline = false;

const device = () => part('device').value.trim() || part('device').placeholder;
const door = () => ({
  eventId,
  zoneId: part('zone').value || null,
  direction: root.querySelector('input[name="direction"]:checked').value,
});

// --- what the device knows ---

function take(state) {
  known = {
    days: state.days,
    keys: new Map(Object.entries(state.keys)),
    revoked: new Map(Object.entries(state.revoked)),
    // A device may have kept what it was told before the portal told of this.
    replaced: new Set(state.replaced ?? []),
    presence: new Map(state.presence.map(entry => [presenceKey(entry.badgeId, entry.zoneId), entry])),
    stamp: state.stamp,
    counts: state.counts,
    zones: state.zones,
    forgetAt: state.forgetAt,
    since: state.time,
  };
  people.take(state.badges, state.sides);
  // Whom this door has let through and the portal has not heard of.
  journal.passages.forEach(passage => pass(passage, device()));
  showZones();
  showCounts();
}

function pass({ shownId, zoneId, direction, scannedAt }, by) {
  const key = presenceKey(shownId, zoneId);
  if ((known.presence.get(key)?.direction ?? 'Out') === direction) {
    return;
  }
  count(shownId, zoneId, direction);
  known.presence.set(key, { badgeId: shownId, zoneId, direction, at: scannedAt, device: by });
}

const portrait = () => ({
  days: known.days, keys: Object.fromEntries(known.keys), revoked: Object.fromEntries(known.revoked), replaced: [...known.replaced], presence: [...known.presence.values()],
  stamp: known.stamp, counts: known.counts, zones: known.zones, forgetAt: known.forgetAt, time: known.since, offset: clock.offset,
});

async function load() {
  const state = await portal.state();
  take(state);
  await Promise.all([keepDoor(eventId, portrait()), keepPeople(eventId, { badges: state.badges, sides: state.sides })]);
}

async function restore() {
  const kept = await readDoor(eventId);
  if (kept === undefined) {
    return;
  }
  clock.restore(kept.offset);
  const isOver = clock.now() >= kept.forgetAt;
  if (isOver) {
    await forgetPeople();
  }
  take({ ...kept, ...(isOver ? undefined : await readPeople(eventId)) ?? { badges: [], sides: {} } });
}

/** Asks for what is new and tells what happened; the line to the portal may be away. */
async function pulse() {
  try {
    if (known === null || !isOnline) {
      await load();
    } else {
      const news = await portal.pulse(known.since);
      known.revoked = new Map(Object.entries(news.revoked));
      known.replaced = new Set(news.replaced);
      news.presence.forEach(entry => known.presence.set(presenceKey(entry.badgeId, entry.zoneId), entry));
      known.counts = news.counts;
      known.since = news.time;
      if (news.stamp !== known.stamp) {
        await load();
      } else {
        await keepDoor(eventId, portrait());
      }
    }
    isOnline = true;
    await journal.send(portal, device());
    showCounts();
  } catch (error) {
    isOnline = false;
    if (error.isSignedOut) {
      await leave();
      return;
    }
    if (!error.isAway) {
      throw error;
    }
  } finally {
    showLine();
  }
}

/** Whoever is signed out, or may not be at this door any more, keeps no names. */
async function leave() {
  await forgetPeople();
  people.take([], {});
  show('Refused', words.say('SignedOut'), null);
}

// --- scans ---

// The camera sees a badge many times while it is held up; it counts again when it has been away.
async function seen(text) {
  const at = performance.now();
  const isSame = text === lastCode.text && at - lastCode.at < SAME_CODE;
  lastCode = { text, at };
  if (!isSame) {
    await scanned(text);
  }
}

async function scanned(text) {
  if (known === null) {
    show('Refused', words.say('NothingLoaded'), null);
    return;
  }
  const now = clock.now();
  await settle(await judgeText(text, door(), known, now), { payload: text.trim().slice(0, 600), badgeId: null }, now);
}

async function looked(badge) {
  const now = clock.now();
  await settle(judgeBadge({ ...badge, eventId, badgeId: badge.id, validFrom: badge.from, validUntil: badge.until }, door(), known, now), { payload: null, badgeId: badge.id }, now);
}

async function settle(verdict, what, at) {
  const { zoneId, direction } = door();
  const scan = { id: crypto.randomUUID(), eventId, ...what, zoneId, direction, scannedAt: at, outcome: verdict.outcome, reason: verdict.reason, shownId: verdict.badgeId };
  if (verdict.outcome === 'Admitted') {
    pass(scan, device());
  }
  await journal.note(scan);
  show(verdict.outcome, sentence(verdict, direction), people.find(verdict.badgeId));
  showCounts();
  if (isOnline) {
    await pulse();
  } else {
    showLine();
  }
}

// Until the portal has counted itself.
function count(badgeId, zoneId, direction) {
  const step = direction === 'In' ? 1 : -1;
  const { counts } = known;
  const isNew = step === 1 && ![...known.presence.values()].some(entry => entry.badgeId === badgeId);
  known.counts = {
    ...counts,
    admitted: counts.admitted + (isNew ? 1 : 0),
    inside: counts.inside + (zoneId === null ? step : 0),
    zones: zoneId === null ? counts.zones : { ...counts.zones, [zoneId]: (counts.zones[zoneId] ?? 0) + step },
  };
}

function sentence({ outcome, reason, last }, direction) {
  if (outcome === 'Refused') {
    return words.reason(reason);
  }
  if (outcome === 'Duplicate') {
    return last === null ? words.say('NeverIn') : words.say(`Already${direction}`, words.time(last.at), last.device);
  }
  return words.say(`Admitted${direction}`);
}

// --- what the guard sees ---

function show(outcome, text, person) {
  const box = part('result');
  box.dataset.outcome = outcome;
  part('verdict').textContent = words.say(`Outcome${outcome}`);
  part('why').textContent = text;
  people.write(part('person'), person);
  box.hidden = false;
  navigator.vibrate?.(outcome === 'Admitted' ? 60 : [120, 80, 120]);
}

function showLine() {
  const waiting = journal.waiting;
  root.dataset.line = isOnline ? 'on' : 'off';
  part('line').textContent = isOnline ? words.say('Online') : words.say('Offline');
  part('waiting').textContent = waiting > 0 ? words.say('Waiting', waiting) : '';
  // What was taken back or issued since is not known here.
  const age = part('age');
  age.hidden = isOnline || known === null;
  age.textContent = age.hidden ? '' : words.say('ListAge', words.time(known.since), words.span(clock.now() - known.since));
  const wrong = part('clock');
  wrong.hidden = !clock.isWrong && !clock.hasJumped;
  wrong.textContent = clock.hasJumped && !isOnline ? words.say('ClockJumped') : clock.isWrong ? words.say('ClockWrong', words.span(clock.offset), words.time(clock.now())) : '';
}

function showZones() {
  const select = part('zone');
  const chosen = select.value;
  select.replaceChildren(new Option(words.say('Entrance'), ''), ...known.zones.map(zone => new Option(words.of(zone.name), zone.id)));
  select.value = known.zones.some(zone => zone.id === chosen) ? chosen : '';
  part('zone-field').hidden = known.zones.length === 0;
}

function showCounts() {
  const { admitted, badges, inside, zones } = known.counts;
  const zone = part('zone').value;
  part('came').textContent = words.number(admitted);
  part('of').textContent = words.number(badges);
  part('inside').textContent = words.number(zone === '' ? inside : zones[zone] ?? 0);
}

function showFound(found) {
  const list = part('found');
  list.replaceChildren(...found.map(badge => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button is-quiet door-found';
    people.write(button, badge);
    button.addEventListener('click', () => guard(async () => {
      list.replaceChildren();
      part('query').value = '';
      await looked(badge);
    }));
    item.append(button);
    return item;
  }));
  part('none').hidden = found.length > 0 || part('query').value.trim() === '';
}

async function search() {
  const query = part('query').value.trim();
  if (query === '' || known === null) {
    showFound([]);
    return;
  }
  try {
    showFound(await portal.search(query));
  } catch (error) {
    if (!error.isAway) {
      throw error;
    }
    showFound(people.search(query));
  }
}

async function camera() {
  const button = part('camera');
  if (scanner.isRunning) {
    scanner.stop();
  } else {
    try {
      await scanner.start();
    } catch (error) {
      if (!(error instanceof DOMException)) {
        throw error;
      }
      part('camera-problem').textContent = words.say(error.name === 'NotAllowedError' ? 'CameraRefused' : 'CameraMissing');
    }
  }
  part('view').hidden = !scanner.isRunning;
  button.setAttribute('aria-pressed', String(scanner.isRunning));
  if (scanner.isRunning) {
    part('camera-problem').textContent = '';
  }
}

async function forget() {
  if (!confirm(journal.waiting > 0 ? words.say('ForgetWaiting', journal.waiting) : words.say('ForgetAsk'))) {
    return;
  }
  scanner.stop();
  await forgetAll();
  location.assign('/');
}

// A fault must be seen by the guard, not only by the console.
const guard = work => work().catch(error => {
  show('Refused', words.say('Fault'), null);
  throw error;
});

const scanner = new Scanner(part('video'), text => guard(() => seen(text)));

part('code-form').addEventListener('submit', event => {
  event.preventDefault();
  const field = part('code');
  const text = field.value;
  field.value = '';
  field.focus();
  if (text.trim() !== '') {
    void guard(() => scanned(text));
  }
});
part('search-form').addEventListener('submit', event => {
  event.preventDefault();
  void guard(search);
});
part('camera').addEventListener('click', () => void guard(camera));
part('forget').addEventListener('click', () => void guard(forget));
part('zone').addEventListener('change', () => known && showCounts());
part('device').value = localStorage.getItem('check-in-device') ?? '';
part('device').addEventListener('change', () => localStorage.setItem('check-in-device', device()));
part('language').addEventListener('change', event => {
  words.choose(event.target.value);
  // A device keeps what was chosen at it; until then it speaks as its keeper does.
  localStorage.setItem('check-in-language', words.language);
  if (known !== null) {
    showZones();
    showCounts();
  }
  part('result').hidden = true;
  journal.show();
  showLine();
});
addEventListener('online', () => void guard(pulse));

async function begin() {
  words.choose(localStorage.getItem('check-in-language') ?? root.dataset.language);
  part('language').value = words.language;
  if (!canVerify()) {
    show('Refused', words.say('NotSecure'), null);
    return;
  }
  await journal.load();
  await restore();
  journal.show();
  await pulse();
  await stay();
  setInterval(() => void guard(pulse), PULSE);
}

/** Makes the page and all its parts last without a network. */
async function stay() {
  if (!isOnline || !('serviceWorker' in navigator)) {
    return;
  }
  await prepare();
  await navigator.serviceWorker.register(new URL('worker.js', import.meta.url));
  const parts = performance.getEntriesByType('resource').filter(entry => ['script', 'link', 'css', 'img', 'other'].includes(entry.initiatorType)).map(entry => entry.name);
  const cache = await caches.open('check-in');
  await cache.addAll([...new Set([location.href.split('#')[0], ...parts.filter(name => /\.(js|css|svg|woff2)(\?|$)/.test(name))])]);
  root.dataset.ready = 'true';
}

void guard(begin);
