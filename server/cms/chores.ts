/** What Airweek does by itself, by name. */
export type Chores = {
  /** Settles what acts have left open. */
  readonly settle: () => Promise<void>;
  /** Compares all coming slots with LibreTime. */
  readonly compare: () => Promise<void>;
};

export type ChoreName = keyof Chores;

// The framework bundles a module more than once; what a process does by itself it does once.
const shared = globalThis as typeof globalThis & { airweekChores?: Chores };

/** What this process does by itself; nothing until it serves. */
export function chores(): Chores | undefined {
  return shared.airweekChores;
}

/** From now on this process does that by itself: `server/cms/` knows when, not what. */
export function takeOnChores(what: Chores): void {
  shared.airweekChores = what;
}
