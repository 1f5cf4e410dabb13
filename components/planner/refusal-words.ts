import { instant } from "@/domain/time";
import type { ConflictOnWire } from "@/domain/problems";
import type { Words } from "@/components/language/words";
import type { Attempt } from "./attempts";
import { lengthText } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { isTaken, mustLookAgain, type Refused } from "./refused";
import { takenWords } from "./verdict";

/** The headline of a refusal and what follows it, as one programmer to another. */
export function refusalWords(
  words: Words,
  { cargo, to, way }: Attempt,
  { problem, slotOf }: { readonly problem: Refused; readonly slotOf: (id: string) => PlacedSlot | undefined },
): { readonly headline: string; readonly rest: string | null } {
  const { t } = words;
  const first = problem.conflicts[0];
  if (mustLookAgain(problem) && way)
    return { headline: t("refusal.changed.headline"), rest: t("refusal.changed.rest", { title: cargo.title }) };
  if (!isTaken(problem) || !first) return { headline: problem.sentence, rest: null };
  const there = problem.conflicts.map((each) => ({
    startsAt: instant(Date.parse(each.startsAt)),
    endsAt: instant(Date.parse(each.endsAt)),
    slot: each,
  }));
  const held = first.slotId ? slotOf(first.slotId)?.slot : undefined;
  const rest = [
    problem.code === "TRACK_OVERLAP" && t("refusal.sameTrack"),
    whoText(words, first, held?.plannedBy),
    !first.foreign && held?.live && t("refusal.live"),
    cargo.trackSeconds !== null && t("refusal.needs", { title: cargo.title, length: lengthText(cargo.trackSeconds) }),
  ];
  return { headline: takenWords(words, to, there), rest: rest.filter(Boolean).join(" ") };
}

function whoText({ t }: Words, { title, showName, foreign }: ConflictOnWire, planner: string | undefined): string {
  const name = title === showName ? showName : t("refusal.quoted", { title });
  if (foreign) return t("refusal.foreign", { name });
  return planner ? t("refusal.plannedBy", { name, planner }) : t("refusal.planned", { name });
}
