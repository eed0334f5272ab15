// The portal's time on a device whose own clock may be wrong, or be set while the page is open.

/** From this difference on a guard is told that the device's clock is wrong, in milliseconds. */
export const TOLERANCE = 2 * 60 * 1000;

export class PortalClock {
  #wall;
  #steady;
  #offset = 0;
  #measured = null;

  /**
   * @param wall what the device takes for the time, in milliseconds since 1970
   * @param steady milliseconds that only ever grow, whatever the clock is set to
   */
  constructor(wall = () => Date.now(), steady = () => performance.now()) {
    this.#wall = wall;
    this.#steady = steady;
  }

  /** How much the device's clock is behind the portal's, in milliseconds; negative where it is ahead. */
  get offset() {
    return this.#offset;
  }

  get isWrong() {
    return Math.abs(this.#offset) > TOLERANCE;
  }

  /** Whether the device's clock was set, or the device slept, since the portal's was last seen. */
  get hasJumped() {
    return this.#measured !== null && Math.abs(this.#wall() + this.#offset - this.#steadyNow()) > TOLERANCE;
  }

  /** Takes over what was measured before the page was opened. */
  restore(offset) {
    this.#offset = offset;
  }

  /** Call when a request is sent; the function that comes back takes the time in the answer, half of the way back added. */
  start() {
    const sent = this.#steady();
    return portalTime => {
      const at = this.#steady();
      this.#measured = { at, time: portalTime + (at - sent) / 2 };
      this.#offset = this.#measured.time - this.#wall();
      return this.#offset;
    };
  }

  /**
   * The portal's time. A clock that was set back is not believed. One that ran ahead may be a device that has slept,
   * whose steady time stood still, so it is; the portal judges again by its own time in any case.
   */
  now() {
    const byWall = this.#wall() + this.#offset;
    if (this.#measured === null) {
      return byWall;
    }
    const bySteady = this.#steadyNow();
    return byWall - bySteady > TOLERANCE ? byWall : bySteady;
  }

  #steadyNow() {
    return this.#measured.time + this.#steady() - this.#measured.at;
  }
}
