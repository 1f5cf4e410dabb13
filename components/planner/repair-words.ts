import { isDrifted } from "@/domain/checks";
import type { Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import { instant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import type { Take } from "./attempts";
import type { PlacedSlot } from "./placed-slot";
import { shortRange, whenText } from "./time-words";

/** One way to end a difference: as its button says it, and as the toast says that it is done. */
export type Repair = { readonly take: Take; readonly headline: string; readonly detail: string; readonly done: string };

/** What can be done about a slot that LibreTime has otherwise, ours first; nothing for one that is as planned, or locked. */
export function repairsOf(words: Words, placed: PlacedSlot): readonly Repair[] {
  const { slot } = placed;
  if (slot.kind !== "planned" || slot.locked || !isDrifted(slot)) return [];
  const { t } = words;
  const told = { title: slot.title, when: whenText(words, placed.startsAt) };
  const ours: Repair = {
    take: "ours",
    headline: t("repair.ours.headline"),
    detail: t("repair.ours.detail", { range: shortRange(words, placed) }),
    done: t("repair.ours.done", told),
  };
  const theirs = (way: Theirs): Repair => ({
    take: "libretime",
    headline: t("repair.theirs"),
    detail: t(`repair.${way}.detail`),
    done: t(`repair.${way}.done`, told),
  });
  const differs = (name: string) => slot.differences?.some((each) => each.what === name) ?? false;
  // Ours would meet the other one, which is somebody's and stays: only they can take it away.
  if (differs("twin")) return [theirs("twin")];
  if (differs("filled")) return [theirs("filled")];
  if (differs("hold-gone") || (differs("row-gone") && !slot.episodeId)) return [ours, theirs("holdGone")];
  if (differs("row-gone")) return [ours, theirs("rowGone")];
  // As LibreTime's own it would go on silencing the station, where no act of ours could mend it.
  if (slot.differences?.some((each) => each.what === "cues" && each.breaksPlayout)) return [ours];
  const to = followedTo(placed);
  if (to === "unknown") return [ours, theirs("shown")];
  return [ours, to ? followed(words, slot.title, to) : theirs("letGo")];
}

type Theirs = "twin" | "filled" | "holdGone" | "rowGone" | "shown" | "letGo";

function followed(words: Words, title: string, to: Interval): Repair {
  const { t } = words;
  return {
    take: "libretime",
    headline: t("repair.theirs"),
    detail: t("repair.followed.detail", { range: shortRange(words, to) }),
    done: t("repair.followed.done", { title, when: whenText(words, to.startsAt) }),
  };
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
