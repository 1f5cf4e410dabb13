import { wantedRow } from "@/domain/content";
import type { Heard } from "@/domain/gaps";
import { heardOf } from "@/domain/heard";
import { intersection, merge, without, type Interval } from "@/domain/interval";
import { heldBy, type Occupant } from "@/domain/picture";
import type { SlotRecord } from "@/server/cms/records";
import type { Viewing } from "./viewing";

/** Who holds time, and when something of it is heard. */
export type HeardOccupant = Heard & { readonly live: boolean; readonly occupant: Occupant };

/** When each of them is heard. What one row plays is told once: in our slot, or beside it where somebody moved it out. */
export function heardOccupants(viewing: Viewing, occupants: readonly Occupant[]): readonly HeardOccupant[] {
  return occupants.map((occupant) => ({
    id: occupant.id,
    startsAt: occupant.startsAt,
    endsAt: occupant.endsAt,
    live: occupant.live,
    occupant,
    heard: merge(heardBy(viewing, occupant)),
  }));
}

/** Is that a slot of ours whose row could not be looked for? */
export function isUnread(unread: Viewing["unread"], ours: Pick<SlotRecord, "playoutId"> | undefined): boolean {
  return typeof ours?.playoutId === "number" && unread.has(ours.playoutId);
}

function heardBy(viewing: Viewing, occupant: Occupant): readonly Interval[] {
  const { rows, live, ours, strayOf } = occupant;
  if (live) return ours ? liveHeard(viewing, occupant) : strayOf ? without(occupant, [strayOf]) : [occupant];
  // Of what is not known nobody says that it is silent.
  if (ours && isUnread(viewing.unread, ours)) return [wantedRow(ours) ?? occupant];
  const heard = rows.flatMap((row) => heardOf(row, viewing.audioOf) ?? []);
  if (ours) return heard.flatMap((each) => intersection(each, ours) ?? []);
  return strayOf ? heard.flatMap((each) => without(each, [strayOf])) : heard;
}

/** A live hold is live for as long as its instance stands there; while an act on it is under way, as it is drawn. */
function liveHeard({ open, picture }: Viewing, { id, instanceId, startsAt, endsAt }: Occupant): readonly Interval[] {
  const home = picture.instances.find((each) => each.id === instanceId);
  if (open.has(id)) return [{ startsAt, endsAt }];
  const held = home && !home.modified ? intersection(heldBy(home), { startsAt, endsAt }) : null;
  return held ? [held] : [];
}
