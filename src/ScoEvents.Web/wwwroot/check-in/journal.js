// What happened at this door: kept on the device until the portal has heard of it, told in batches, each scan under an id of
// its own, so that telling it twice changes nothing.
import { dropScans, keepScan, readScans } from './store.js';

const BATCH = 100;
const SHOWN = 12;

export class Journal {
  #list;
  #eventId;
  #words;
  #people;
  #waiting = [];
  #recent = [];
  #sending = null;

  constructor(list, eventId, words, people) {
    this.#list = list;
    this.#eventId = eventId;
    this.#words = words;
    this.#people = people;
  }

  get waiting() {
    return this.#waiting.length;
  }

  /** The scans that let somebody through and were not told yet, in their order. */
  get passages() {
    return this.#waiting.filter(scan => scan.outcome === 'Admitted');
  }

  async load() {
    this.#waiting = (await readScans(this.#eventId)).sort((one, other) => one.scannedAt - other.scannedAt);
    this.#recent = this.#waiting.slice(-SHOWN).reverse().map(scan => ({ scan, answer: null }));
    this.show();
  }

  async note(scan) {
    await keepScan(scan);
    this.#waiting.push(scan);
    this.#recent.unshift({ scan, answer: null });
    this.#recent.length = Math.min(this.#recent.length, SHOWN);
    this.show();
  }

  /** Tells the portal of everything that waits; a second call joins the first. */
  send(portal, device) {
    return this.#sending ??= this.#send(portal, device).finally(() => { this.#sending = null; });
  }

  async #send(portal, device) {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      const { results } = await portal.tell(device, batch.map(({ id, payload, badgeId, zoneId, direction, scannedAt }) =>
        ({ id, payload, badgeId, zoneId, direction, scannedAt: Math.round(scannedAt) })));
      const answers = new Map(results.map(result => [result.id, result]));
      const told = batch.filter(scan => answers.has(scan.id)).map(scan => scan.id);
      if (told.length === 0) {
        return;
      }
      await dropScans(told);
      this.#waiting = this.#waiting.filter(scan => !answers.has(scan.id));
      this.#recent.forEach(entry => { entry.answer ??= answers.get(entry.scan.id) ?? null; });
      this.show();
    }
  }

  show() {
    this.#list.replaceChildren(...this.#recent.map(({ scan, answer }) => {
      const item = document.createElement('li');
      const person = this.#people.find(scan.shownId);
      const outcome = answer?.outcome ?? scan.outcome;
      item.dataset.outcome = outcome;
      const name = document.createElement('bdi');
      name.textContent = person?.name ?? this.#words.say('UnknownBadge');
      const time = document.createElement('time');
      time.textContent = this.#words.time(scan.scannedAt);
      const verdict = document.createElement('strong');
      verdict.textContent = this.#words.say(`Outcome${outcome}`);
      const note = document.createElement('span');
      note.textContent = this.#note(scan, answer);
      item.append(time, ' ', verdict, ' ', name, ' ', note);
      return item;
    }));
  }

  // Where the portal knows better than the device did, the guard must hear of it.
  #note(scan, answer) {
    const reason = answer?.reason ?? scan.reason;
    const said = reason === null || reason === undefined ? '' : this.#words.reason(reason);
    return answer === null ? `${said} ${this.#words.say('NotTold')}`.trim()
      : answer.outcome !== scan.outcome ? `${this.#words.say('PortalDiffers')} ${said}`.trim()
      : said;
  }
}
