import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { Zone } from "@/domain/zone";
import { segmentsOf, type Segment } from "./segments";
import { isMoved, type Face, type SlotChange } from "./slot-change";

/** A place that somebody would have, in a day's column. */
export type PaintedPiece = {
  readonly piece: Segment;
  readonly face: Face;
  readonly to: Interval;
  readonly isFirst: boolean;
  /** Is it where another one moves, and not what is wished? */
  readonly isOther: boolean;
};

/** A way out that is looked at: every new place, and whose old place is left. */
export type Painted = { readonly pieces: readonly PaintedPiece[]; readonly struck: ReadonlySet<SlotId> };

/** All that a way out would do, for the grid; of many changes all are wished, of a way out only the first. */
export function paintedOf(zone: Zone, changes: readonly SlotChange[], wished: "first" | "all" = "first"): Painted {
  const moved = changes.filter(isMoved);
  return {
    pieces: moved.flatMap(({ face, after }) =>
      after
        ? segmentsOf(zone, after).map((piece, index) => ({
            piece,
            face,
            to: after,
            isFirst: index === 0,
            isOther: wished === "first" && face !== changes[0]?.face,
          }))
        : [],
    ),
    struck: new Set(moved.flatMap(({ slotId, before }) => (slotId !== null && before ? [slotId] : []))),
  };
}
