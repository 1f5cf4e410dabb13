import { isDrifted } from "@/domain/checks";
import type { Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import { instant } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import type { Take } from "./attempts";
import type { PlacedSlot } from "./placed-slot";
import { rangeText, whenText } from "./time-words";

/** One way to end a difference: as its button says it, and as the toast says that it is done. */
export type Repair = { readonly take: Take; readonly headline: string; readonly detail: string; readonly done: string };

/** What can be done about a slot that LibreTime has otherwise, ours first; nothing for one that is as planned, or locked. */
export function repairsOf(zone: Zone, placed: PlacedSlot): readonly Repair[] {
  const { slot } = placed;
  if (slot.kind !== "planned" || slot.locked || !isDrifted(slot)) return [];
  const what = `“${slot.title}”`;
  const when = whenText(zone, placed.startsAt);
  const ours: Repair = {
    take: "ours",
    headline: "Put ours back",
    detail: `${when.slice(0, 3)} ${rangeText(zone, placed)}, as it was planned`,
    done: `Put ${what} back on ${when}. On LibreTime.`,
  };
  const theirs = (detail: string, done: string): Repair => ({
    take: "libretime",
    headline: "Take LibreTime's",
    detail,
    done,
  });
  const differs = (name: string) => slot.differences?.some((each) => each.what === name) ?? false;
  // Ours would meet the other one, which is somebody's and stays: only they can take it away.
  if (differs("twin"))
    return [
      theirs(
        "ours goes, the one made in LibreTime stays; to keep ours, delete the other one there",
        `Took ours of ${what} off. LibreTime's stays.`,
      ),
    ];
  if (differs("filled"))
    return [
      theirs(
        "the live hold goes, what was put into it stays; to keep it live, take that out there",
        `${what} is off the grid. What was put into it stays.`,
      ),
    ];
  if (differs("hold-gone") || (differs("row-gone") && !slot.episodeId))
    return [ours, theirs("it goes off the grid", `Took ${what} off ${when}.`)];
  if (differs("row-gone"))
    return [
      ours,
      theirs("it goes off the grid, back to the library", `Took ${what} off ${when}. It is in the library.`),
    ];
  // As LibreTime's own it would go on silencing the station, where no act of ours could mend it.
  if (slot.differences?.some((each) => each.what === "cues" && each.breaksPlayout)) return [ours];
  const to = followedTo(placed);
  if (to === "unknown")
    return [ours, theirs("the grid shows it as LibreTime has it", `${what} is as LibreTime has it.`)];
  if (to)
    return [
      ours,
      theirs(
        `the grid follows: ${whenText(zone, to.startsAt).slice(0, 3)} ${rangeText(zone, to)}`,
        `${what} is on ${whenText(zone, to.startsAt)} now, as in LibreTime.`,
      ),
    ];
  return [ours, theirs("it stays as it is there, as LibreTime's own", `${what} is LibreTime's own now.`)];
}

/**
 * Where the grid would follow LibreTime: only where its show still holds the whole of it, from the start and
 * with its own track.
 */
function followedTo({ slot, startsAt, endsAt }: PlacedSlot): Interval | "unknown" | null {
  const of = (what: "row-moved" | "instance-moved") => slot.differences?.find((each) => each.what === what);
  const whats = new Set(slot.differences?.map(({ what }) => what));
  if (whats.has("never-airs") || whats.has("cues")) return null;
  // LibreTime's row is as long as the track was when it was planned.
  const trackSeconds =
    slot.content === undefined
      ? slot.trackSeconds
      : slot.content.kind === "track"
        ? slot.content.trackSeconds
        : Infinity;
  if (trackSeconds === undefined) return "unknown";
  const heardUntil = (show: Interval) => instant(Math.min(show.endsAt, show.startsAt + trackSeconds * 1000));
  const [moved, show] = [of("row-moved"), of("instance-moved")];
  const home = show && "startsAt" in show ? intervalOf(show) : { startsAt, endsAt };
  // A live hold has no row that could be elsewhere.
  if (slot.live) return home;
  const row = moved && "startsAt" in moved ? intervalOf(moved) : { startsAt, endsAt: heardUntil({ startsAt, endsAt }) };
  return row.startsAt === home.startsAt && row.endsAt === heardUntil(home) ? home : null;
}
