import type { Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import type { Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import type { Attempt } from "./attempts";
import type { HistoryEntry } from "./history-entry";
import { repairsOf } from "./repair-words";
import type { SlotChange } from "./slot-change";
import { clockText, longerText, shortDate, whenText } from "./time-words";

/** What an act did to a slot: where it was, and where it is. */
type Deed = {
  readonly title: string;
  readonly showName: string;
  readonly from: Interval | null;
  readonly to: Interval | null;
};

/** More than this many are counted, not named. */
const NAMED = 2;
const SIX_DAYS = 6 * 86_400_000;

/** What an act of this page did, after "Undone:": "moved Night Waves, “Slow ferries” from Tue 19:30 to Tue 20:00". */
export function changesPhrase(zone: Zone, changes: readonly SlotChange[]): string {
  const deeds = changes.map(({ face, before, after }): Deed => ({ ...face, from: before, to: after }));
  // A toast has room for one, and its week is in sight.
  return phrase(zone, deeds.slice(0, 1), changes.length, { when: (at) => whenText(zone, at) });
}

/** The same of a repair that lets LibreTime's count: "took LibreTime's for Night Waves, “Slow ferries”". */
export function tookTheirsPhrase(named: Pick<Deed, "title" | "showName">): string {
  return `took LibreTime's for ${nameOf(named)}`;
}

/** What an act of the history did, after its person's name. */
export function entryPhrase(
  zone: Zone,
  now: Instant,
  { kind, slots, slotCount, tookLibreTimes }: Pick<HistoryEntry, "kind" | "slots" | "slotCount" | "tookLibreTimes">,
): string {
  const read = (startsAt: string | null, endsAt: string | null) =>
    startsAt === null || endsAt === null ? null : intervalOf({ startsAt, endsAt });
  const deeds = slots.map(({ from, fromEnds, to, toEnds, ...rest }): Deed => ({
    ...rest,
    from: read(from, fromEnds),
    to: read(to, toEnds),
  }));
  const when = whenAround(zone, now);
  if (tookLibreTimes) return deeds.map((deed) => `${tookTheirsPhrase(deed)}: ${becameOf(deed, when)}`).join("; ");
  return phrase(zone, deeds, slotCount, { when, verbs: kind === "undo" ? verbsBack : verbs });
}

/** What our record of a slot became when it followed LibreTime; one that could not, was let go of. */
function becameOf({ from, to }: Deed, when: (at: Instant) => string): string {
  if (from === null || to === null) return `off the grid on ${when((from ?? to)!.startsAt)}`;
  return from.startsAt === to.startsAt
    ? `as it is there on ${when(to.startsAt)}`
    : `moved from ${when(from.startsAt)} to ${when(to.startsAt)}`;
}

type Verbs = { readonly planned: string; readonly moved: string; readonly back: string };
const verbs: Verbs = { planned: "planned", moved: "moved", back: "" };
const verbsBack: Verbs = { planned: "put", moved: "put", back: " back" };

function phrase(
  zone: Zone,
  deeds: readonly Deed[],
  count: number,
  { when, verbs: { planned, moved, back } = verbs }: { readonly when: (at: Instant) => string; readonly verbs?: Verbs },
): string {
  const said = deeds.slice(0, NAMED).map(({ from, to, ...named }) => {
    const name = nameOf(named);
    if (!from) return to ? `${planned} ${name}${back} on ${when(to.startsAt)}` : name;
    if (!to) return `took ${name} off ${when(from.startsAt)}`;
    const longer = longerText(from, to);
    // A resize leaves one of the ends; what is as it was, was put right on LibreTime.
    if (longer && isResize(from, to))
      return `made ${name} ${longer}${back && " again"}: ${when(to.startsAt)} – ${clockText(zone, to.endsAt)}`;
    if (from.startsAt === to.startsAt) return `put ${name} as planned on ${when(to.startsAt)}`;
    return `${moved} ${name}${back} from ${when(from.startsAt)} to ${when(to.startsAt)}${longer ? `, ${longer}` : ""}`;
  });
  const more = count - said.length;
  return `${said.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** Does one of its ends stay where it is, and the other one not? */
function isResize(from: Interval, to: Interval): boolean {
  return (from.startsAt === to.startsAt) !== (from.endsAt === to.endsAt);
}

/** "Tue 19:30", and where another Tuesday may be meant "Tue 8 Dec 19:30". */
function whenAround(zone: Zone, now: Instant): (at: Instant) => string {
  return (at) =>
    Math.abs(at - now) < SIX_DAYS ? whenText(zone, at) : `${shortDate(dayAt(zone, at))} ${clockText(zone, at)}`;
}

function nameOf({ title, showName }: Pick<Deed, "title" | "showName">): string {
  return title === showName ? showName : `${showName}, “${title}”`;
}

/** That an act is done, as the toast says it. */
export function doneText(zone: Zone, { act, cargo, to, repair, changes }: Attempt): string {
  const repaired = repair && repairsOf(zone, repair.slot).find(({ take }) => take === repair.take);
  if (repaired) return repaired.done;
  const what = `“${cargo.title}”`;
  if (act === "unplan")
    return `Took ${what} off ${whenText(zone, to.startsAt)}.${cargo.hold ? "" : " It is in the library."}`;
  const [mine, ...others] = changes;
  const there = mine?.after ?? to;
  const also = others.length > 0 ? `; ${othersText(zone, others)}` : "";
  const longer = cargo.from && longerText(cargo.from, there);
  if (cargo.from && longer && isResize(cargo.from, there))
    return `${what} is ${longer}: now ${whenText(zone, there.startsAt)} – ${clockText(zone, there.endsAt)}${also}. On LibreTime.`;
  return `${cargo.from ? "Moved" : "Planned"} ${what} ${cargo.from ? "to" : "on"} ${whenText(zone, there.startsAt)}${longer ? `, ${longer}` : ""}${also}. On LibreTime.`;
}

function othersText(zone: Zone, [first, ...more]: readonly SlotChange[]): string {
  if (!first) return "";
  if (more.length > 0) return `${first.face.showName} and ${more.length} more made room`;
  if (!first.after) return `${first.face.showName} is back in the library`;
  return first.after.startsAt === first.before?.startsAt
    ? `${first.face.showName} ends ${clockText(zone, first.after.endsAt)}`
    : `${first.face.showName} is on ${whenText(zone, first.after.startsAt)}`;
}

/** Said of whatever begins before LibreTime looks again. */
export function lateText(isLate: boolean): string {
  return isLate ? " It starts soon, and LibreTime looks only every few minutes: it may come in late." : "";
}
