// The few words of each person that a guard needs: name, side, part. Kept apart from all else, see store.js.

const MOST = 20;

// Letters without marks, so that "Kerimov" finds "Kérimov"; the portal's own search also knows other scripts.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim();

export class People {
  #words;
  #badges = new Map();
  #sides = {};

  constructor(words) {
    this.#words = words;
  }

  take(badges, sides) {
    this.#badges = new Map(badges.map(badge => [badge.id, badge]));
    this.#sides = sides;
  }

  find(badgeId) {
    return this.#badges.get(badgeId) ?? null;
  }

  search(query) {
    const wanted = plain(query);
    return [...this.#badges.values()]
      .filter(badge => String(badge.serial) === wanted || [badge.name, badge.native ?? ''].some(name => plain(name).includes(wanted)))
      .slice(0, MOST);
  }

  /** Writes a person into an element; nobody empties it. */
  write(element, badge) {
    const lines = badge === null ? [] : [
      ['door-name', badge.name, 'ltr'],
      ['door-native', badge.native, 'auto'],
      ['door-side', `${this.#words.of(this.#sides[badge.sideId] ?? {})} · ${this.#words.say(`Role.${badge.role}`)} · ${this.#words.say('Number', badge.serial)}`, ''],
    ];
    element.replaceChildren(...lines.filter(line => line[1]).map(([className, text, direction]) => {
      const line = document.createElement('span');
      line.className = className;
      const inner = document.createElement('bdi');
      if (direction !== '') {
        inner.dir = direction;
      }
      inner.textContent = text;
      line.append(inner);
      return line;
    }));
  }
}
