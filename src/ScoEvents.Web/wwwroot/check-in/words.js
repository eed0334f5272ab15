// The words of the page in all five languages, so that a guard changes the language also without a network.

export class Words {
  #root;
  #texts;
  language = 'en';

  constructor(root) {
    this.#root = root;
    this.#texts = JSON.parse(root.dataset.texts);
  }

  choose(language) {
    this.language = language in this.#texts ? language : 'en';
    document.documentElement.lang = this.language;
    document.documentElement.dir = this.language === 'ur' ? 'rtl' : 'ltr';
    for (const element of this.#root.querySelectorAll('[data-text]')) {
      element.textContent = this.say(element.dataset.text);
    }
    for (const element of this.#root.querySelectorAll('[data-hint]')) {
      element.placeholder = this.say(element.dataset.hint);
    }
  }

  say(key, ...values) {
    const text = this.#texts[this.language].words[key];
    return values.reduce((sentence, value, index) => sentence.replaceAll(`{${index}}`, value), text);
  }

  reason(code) {
    return this.#texts[this.language].reasons[code];
  }

  /** The form of a text of several languages for this reader. */
  of(forms) {
    return forms[this.language] ?? forms.en ?? Object.values(forms)[0] ?? '';
  }

  number(value) {
    return value.toLocaleString(this.#locale);
  }

  time(milliseconds) {
    return new Date(milliseconds).toLocaleTimeString(this.#locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: this.#root.dataset.zone });
  }

  /** A stretch of time in hours and minutes. */
  span(milliseconds) {
    const minutes = Math.round(Math.abs(milliseconds) / 60000);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }

  get #locale() {
    return { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN', hi: 'hi-IN-u-nu-latn', ur: 'ur-PK-u-nu-latn' }[this.language];
  }
}
