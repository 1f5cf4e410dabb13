import type { Interval } from "./interval";

/** One way in which LibreTime is not what a slot of ours should be. */
export type Difference =
  /** Its row is gone, or its id is that of somebody else's row, such as one that plays something else: it will not be heard. */
  | { readonly what: "row-gone" }
  /** Its row stands, and will never be played. */
  | { readonly what: "never-airs" }
  /** Its row begins or ends at another time. */
  | ({ readonly what: "row-moved" } & Interval)
  /** Its row has other cues or fades: playout drops the whole plan because of them, or plays another part of the track. */
  | { readonly what: "cues"; readonly breaksPlayout: boolean }
  /** The instance that we made has other times. */
  | ({ readonly what: "instance-moved" } & Interval)
  /** The same track stands there a second time, in a row that is not ours. */
  | ({ readonly what: "twin"; readonly playoutId: number } & Interval)
  /** The instance that kept its time for a live programme is gone, or deleted in LibreTime's own calendar. */
  | { readonly what: "hold-gone" }
  /** Somebody put a row into a live hold: it will be heard there. */
  | ({ readonly what: "filled"; readonly playoutId: number } & Interval);
