import { conflictCode } from "@/domain/conflicts";
import type { ConflictOnWire, ProblemCode, ProblemOnWire } from "@/domain/problems";
import { formatInstant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import type { Cargo } from "./cargo";
import { placed, type PlacedSlot } from "./placed-slot";
import { problemText } from "./problem-text";
import type { Verdict } from "./verdict";

/** Why an act was refused: by the server, by the preview, or because nobody answered. */
export type Refused = {
  readonly code: ProblemCode | "NO_ANSWER";
  readonly sentence: string;
  readonly conflicts: readonly ConflictOnWire[];
};

/** What a thrown error of the client says. Without a problem in it, Airweek itself was not reached. */
export function refusedBy(words: Words, error: unknown): Refused {
  const problem = (error as { data?: { problem?: ProblemOnWire } } | null)?.data?.problem;
  if (problem) return refusedAs(words, problem);
  return { code: "NO_ANSWER", sentence: words.t("problem.NO_ANSWER"), conflicts: [] };
}

/** What a problem off the wire says. */
export function refusedAs(words: Words, problem: ProblemOnWire): Refused {
  return { code: problem.code, sentence: problemText(words, problem), conflicts: problem.details.conflicts ?? [] };
}

/** What the preview refuses without asking the server; null when the server is to judge. */
export function refusedByPreview(
  { t }: Words,
  verdict: Verdict,
  { episodeId }: Pick<Cargo, "episodeId">,
): Refused | null {
  if (verdict.fits) return null;
  const conflicts = verdict.blockers.map(({ slot, startsAt, endsAt }): ConflictOnWire => ({
    kind: episodeId !== undefined && slot.episodeId === episodeId ? "track" : "slot",
    instanceId: slot.instanceId ?? 0,
    showName: slot.showName,
    title: slot.title,
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    foreign: slot.kind === "foreign",
    slotId: slot.id,
  }));
  if (verdict.why === "taken") return { code: conflictCode(conflicts), sentence: verdict.words, conflicts };
  if (verdict.why === "past") return { code: "IN_THE_PAST", sentence: t("problem.IN_THE_PAST"), conflicts: [] };
  if (verdict.why === "skipped")
    return { code: "INVALID_TIME", sentence: t("verdict.sentence", { words: verdict.words }), conflicts: [] };
  if (verdict.why === "too-long") return { code: "INVALID_TIME_RANGE", sentence: t("refusal.tooLong"), conflicts: [] };
  return null;
}

/**
 * The slots as they are shown, and whoever the refusal names and is not among them: somebody who was faster
 * than the news of it. Without them a way out would lead to the very place that was refused.
 */
export function withRivals(slots: readonly PlacedSlot[], conflicts: readonly ConflictOnWire[]): readonly PlacedSlot[] {
  const isKnown = (each: ConflictOnWire) =>
    slots.some(
      ({ id, slot }) => id === each.slotId || (slot.instanceId !== undefined && slot.instanceId === each.instanceId),
    );
  const rivals = conflicts
    .filter((each) => !isKnown(each))
    .map((each) =>
      placed({
        id: each.slotId ?? `instance:${each.instanceId}`,
        kind: each.foreign ? "foreign" : "planned",
        state: "on-libretime",
        startsAt: each.startsAt,
        endsAt: each.endsAt,
        title: each.title,
        showName: each.showName,
        colour: null,
        instanceId: each.instanceId,
        playoutIds: [],
        trackIds: [],
        locked: each.foreign,
        live: false,
        warnings: [],
        version: 0,
      }),
    );
  return rivals.length > 0 ? [...slots, ...rivals] : slots;
}

const worthAnotherTry = new Set<Refused["code"]>([
  "NO_ANSWER",
  "LIBRETIME_UNREACHABLE",
  "LIBRETIME_ANSWER",
  "LIBRETIME_REFUSED_KEY",
  "COORDINATION_UNREACHABLE",
  "DATABASE_UNREACHABLE",
  "SHUTTING_DOWN",
  "INTERNAL",
  "TRACK_NOT_READY",
]);

/** May the same act succeed a moment later, without being another one? An unknown outcome is never tried again blindly (law 5). */
export function mayTryAgain({ code }: Refused): boolean {
  return worthAnotherTry.has(code);
}

/** May it have been saved all the same? Then it is not put back, and elsewhere it would be planned a second time. */
export function mayBeSaved({ code }: Refused): boolean {
  return code === "OUTCOME_UNKNOWN" || code === "NO_ANSWER";
}

/** Was it wished for a week that is another one by now? Then there is nothing to try before one has looked again. */
export function mustLookAgain({ code }: Refused): boolean {
  return code === "STALE_PLAN";
}

/** Is it only the place that is wrong? Then there are other places. */
function isAboutPlace(problem: Refused): boolean {
  return isTaken(problem) || problem.code === "IN_THE_PAST" || problem.code === "INVALID_TIME";
}

/** Are there other ways? Also of a way out that was taken too late: the week that it was for is another one by now. */
export function hasWaysOut(problem: Refused, { way }: { readonly way?: unknown }): boolean {
  return isAboutPlace(problem) || (mustLookAgain(problem) && way !== undefined);
}

/** Is somebody there? */
export function isTaken({ code }: Refused): boolean {
  return code === "TRACK_OVERLAP" || code === "SLOT_OVERLAP";
}
