import type { Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import type { Instant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import type { Attempt } from "./attempts";
import type { HistoryEntry } from "./history-entry";
import { listedApart } from "./listed";
import { repairsOf } from "./repair-words";
import { slotName } from "./slot-name";
import type { SlotChange } from "./slot-change";
import { clockText, dateAndClockText, longerText, whenText } from "./time-words";

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
export function changesPhrase(words: Words, changes: readonly SlotChange[]): string {
  const deeds = changes.map(({ face, before, after }): Deed => ({ ...face, from: before, to: after }));
  // A toast has room for one, and its week is in sight.
  const said = deeds.slice(0, 1).map((deed) => deedPhrase(words, deed, (at) => whenText(words, at)));
  return withMore(words, said, changes.length);
}

/** The same of a repair that lets LibreTime's count: "took LibreTime's for Night Waves, “Slow ferries”". */
export function tookTheirsPhrase(words: Words, named: Pick<Deed, "title" | "showName">): string {
  return words.t("act.tookTheirs.plain", { name: slotName(words, named) });
}

/** What an act of the history did, after its person's name. */
export function entryPhrase(
  words: Words,
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
  const when = whenAround(words, now);
  if (tookLibreTimes)
    return listedApart(
      words,
      deeds.map((deed) => becamePhrase(words, deed, when)),
    );
  const phrase = kind === "undo" ? backPhrase : deedPhrase;
  const said = deeds.slice(0, NAMED).map((deed) => phrase(words, deed, when));
  return withMore(words, said, slotCount);
}

type When = (at: Instant) => string;

/** What our record of a slot became when it followed LibreTime; one that could not, was let go of. */
function becamePhrase(words: Words, { from, to, ...named }: Deed, when: When): string {
  const { t } = words;
  const name = slotName(words, named);
  if (from === null || to === null) return t("act.tookTheirs.gone", { name, when: when((from ?? to)!.startsAt) });
  return from.startsAt === to.startsAt
    ? t("act.tookTheirs.same", { name, when: when(to.startsAt) })
    : t("act.tookTheirs.moved", { name, from: when(from.startsAt), to: when(to.startsAt) });
}

function withMore(words: Words, said: readonly string[], count: number): string {
  const [deeds, more] = [listedApart(words, said), count - said.length];
  return more > 0 ? words.t("act.more", { deeds, count: more }) : deeds;
}

function deedPhrase(words: Words, { from, to, ...named }: Deed, when: When): string {
  const { t } = words;
  const name = slotName(words, named);
  if (!from) return to ? t("act.planned", { name, when: when(to.startsAt) }) : name;
  if (!to) return t("act.tookOff", { name, when: when(from.startsAt) });
  const longer = longerText(words, from, to);
  // A resize leaves one of the ends; what is as it was, was put right on LibreTime.
  if (longer && isResize(from, to))
    return t("act.resized", { name, longer, from: when(to.startsAt), to: clockText(words, to.endsAt) });
  if (from.startsAt === to.startsAt) return t("act.asPlanned", { name, when: when(to.startsAt) });
  const [there, here] = [when(from.startsAt), when(to.startsAt)];
  return longer
    ? t("act.movedAndResized", { name, from: there, to: here, longer })
    : t("act.moved", { name, from: there, to: here });
}

/** The same of an undo. */
function backPhrase(words: Words, deed: Deed, when: When): string {
  const { from, to, ...named } = deed;
  const { t } = words;
  const name = slotName(words, named);
  if (!to) return deedPhrase(words, deed, when);
  if (!from) return t("act.putBack", { name, when: when(to.startsAt) });
  const longer = longerText(words, from, to);
  if (longer && isResize(from, to))
    return t("act.resizedBack", { name, longer, from: when(to.startsAt), to: clockText(words, to.endsAt) });
  if (from.startsAt === to.startsAt) return deedPhrase(words, deed, when);
  const [there, here] = [when(from.startsAt), when(to.startsAt)];
  return longer
    ? t("act.movedBackAndResized", { name, from: there, to: here, longer })
    : t("act.movedBack", { name, from: there, to: here });
}

/** Does one of its ends stay where it is, and the other one not? */
function isResize(from: Interval, to: Interval): boolean {
  return (from.startsAt === to.startsAt) !== (from.endsAt === to.endsAt);
}

/** "Tue 19:30", and where another Tuesday may be meant "Tue 8 Dec 19:30". */
function whenAround(words: Words, now: Instant): When {
  return (at) => (Math.abs(at - now) < SIX_DAYS ? whenText(words, at) : dateAndClockText(words, at));
}

/** That an act is done, as the toast says it. */
export function doneText(words: Words, { act, cargo, to, repair, changes }: Attempt): string {
  const { t } = words;
  const { title, from, hold } = cargo;
  const repaired = repair && repairsOf(words, repair.slot).find(({ take }) => take === repair.take);
  if (repaired) return repaired.done;
  if (act === "unplan") {
    const when = whenText(words, to.startsAt);
    return hold ? t("act.done.tookOff", { title, when }) : t("act.done.tookOffToLibrary", { title, when });
  }
  const [mine, ...others] = changes;
  const there = mine?.after ?? to;
  const also = { hasOthers: others.length > 0 ? "yes" : "no", others: othersText(words, others) } as const;
  const longer = from && longerText(words, from, there);
  const when = whenText(words, there.startsAt);
  if (!from) return t("act.done.planned", { title, when, ...also });
  if (longer && isResize(from, there))
    return t("act.done.resized", { title, longer, from: when, to: clockText(words, there.endsAt), ...also });
  return longer
    ? t("act.done.movedAndResized", { title, when, longer, ...also })
    : t("act.done.moved", { title, when, ...also });
}

function othersText(words: Words, [first, ...more]: readonly SlotChange[]): string {
  if (!first) return "";
  const { t } = words;
  const show = first.face.showName;
  if (more.length > 0) return t("act.others.madeRoom", { show, count: more.length });
  if (!first.after) return t("act.others.backInLibrary", { show });
  return first.after.startsAt === first.before?.startsAt
    ? t("act.others.ends", { show, clock: clockText(words, first.after.endsAt) })
    : t("act.others.isOn", { show, when: whenText(words, first.after.startsAt) });
}

/** Said of whatever begins before LibreTime looks again, after that it is done. */
export function lateText({ t }: Words, isLate: boolean): string {
  return isLate ? ` ${t("act.late")}` : "";
}
