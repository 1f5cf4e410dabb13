import { instant } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import type { Attempt } from "./attempts";
import { lengthText } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { isTaken, mustLookAgain, type Refused } from "./refused";
import { takenWords } from "./verdict";

/** The headline of a refusal and what follows it, as one programmer to another. */
export function refusalWords(
  zone: Zone,
  { cargo, to, way }: Attempt,
  problem: Refused,
  slotOf: (id: string) => PlacedSlot | undefined,
): { readonly headline: string; readonly rest: string | null } {
  const first = problem.conflicts[0];
  if (mustLookAgain(problem) && way)
    return {
      headline: "The week has changed since you looked",
      rest: `Nothing was written. These are the ways out now for “${cargo.title}”.`,
    };
  if (!isTaken(problem) || !first) return { headline: problem.sentence, rest: null };
  const there = problem.conflicts.map((each) => ({
    startsAt: instant(Date.parse(each.startsAt)),
    endsAt: instant(Date.parse(each.endsAt)),
    slot: each,
  }));
  const held = first.slotId ? slotOf(first.slotId)?.slot : undefined;
  const planner = held?.plannedBy;
  const who = first.foreign
    ? `${quoted(first)} was made in LibreTime itself and stays.`
    : `${quoted(first)}${planner ? `, planned by ${planner}` : " is planned there"}.${held?.live ? " It is live, and locked for files." : ""}`;
  const needs = cargo.trackSeconds === null ? "" : ` “${cargo.title}” needs ${lengthText(cargo.trackSeconds)}.`;
  const same = problem.code === "TRACK_OVERLAP" ? "The same track is already there. " : "";
  return { headline: takenWords(zone, to, there), rest: `${same}${who}${needs}` };
}

function quoted({ title, showName }: { readonly title: string; readonly showName: string }): string {
  return title === showName ? showName : `“${title}”`;
}
