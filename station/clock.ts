export type ClockMode = "frozen" | "running";

/** The station's time: the real one, one that stands still, or one that runs from a given instant. */
export class StationClock {
  #setTo: { readonly at: number; readonly since: number; readonly mode: ClockMode } | null = null;

  now(): Date {
    if (!this.#setTo) return new Date();
    const { at, since, mode } = this.#setTo;
    return new Date(mode === "frozen" ? at : at + Date.now() - since);
  }

  /** `null` is the real time. */
  set(at: Date | null, mode: ClockMode): void {
    if (at !== null && Number.isNaN(at.getTime())) throw new RangeError("not an instant");
    this.#setTo = at === null ? null : { at: at.getTime(), since: Date.now(), mode };
  }
}
