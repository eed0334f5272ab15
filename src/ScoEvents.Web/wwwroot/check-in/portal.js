// The line to the portal. Its absence is a state of the door and no fault.

const PATIENCE = 8000;

class LineError extends Error {
  constructor(message, { isAway = false, isSignedOut = false }) {
    super(message);
    Object.assign(this, { isAway, isSignedOut });
  }
}

export class Portal {
  #address;
  #clock;

  constructor(eventId, clock) {
    this.#address = `/check-in/${eventId}`;
    this.#clock = clock;
  }

  async state() {
    return this.#timed('/state');
  }

  async pulse(since) {
    return this.#timed(`/pulse?since=${Math.floor(since)}`);
  }

  async search(query) {
    return this.#ask(`/people?query=${encodeURIComponent(query)}`);
  }

  async tell(device, scans) {
    // The header makes it a request that no other site's page can have a browser send.
    return this.#ask('/scans', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Check-In': '1' },
      body: JSON.stringify({ device, scans }),
    });
  }

  async #timed(path) {
    const measured = this.#clock.start();
    const answer = await this.#ask(path);
    measured(answer.time);
    return answer;
  }

  async #ask(path, options = {}) {
    let response;
    try {
      response = await fetch(this.#address + path, { ...options, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    } catch (error) {
      throw new LineError(error.message, { isAway: true });
    }
    // A redirect leads to the sign-in page.
    if (response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status)) {
      throw new LineError('Signed out.', { isSignedOut: true });
    }
    if (response.status >= 500 || response.status === 429) {
      throw new LineError(`The portal answers ${response.status}.`, { isAway: true });
    }
    if (!response.ok) {
      throw new LineError(`The portal answers ${response.status}.`, {});
    }
    try {
      return await response.json();
    } catch (error) {
      throw new LineError(error.message, { isAway: true });
    }
  }
}
