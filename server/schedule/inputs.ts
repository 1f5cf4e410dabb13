import { z } from "zod";
import type { Interval } from "@/domain/interval";
import type { Problem } from "@/domain/problems";
import { listRangeProblem, slotRangeProblem } from "@/domain/slot-rules";
import { wayKinds } from "@/domain/ways-out/option";
import { isSoundText } from "@/domain/texts";
import { parseInstant, type Instant, type NotAnInstant } from "@/domain/time";

const why: Record<NotAnInstant, string> = {
  "not-a-time": "is no time such as 2026-11-24T20:00:00Z",
  "no-offset": "has no offset: write Z, or +01:00",
  "not-whole-seconds": "has a fraction of a second, which LibreTime's calendar does not survive",
  "out-of-range": "is out of range",
};

/** An instant on the wire: ISO 8601 with an offset, in whole seconds. */
function instantText(field: string) {
  return z.string().transform((text, context): Instant => {
    const read = parseInstant(text);
    if (read.ok) return read.value;
    context.issues.push({
      code: "custom",
      input: text,
      params: { problem: { code: "INVALID_TIME", field, why: why[read.error] } },
    });
    return z.NEVER;
  });
}

const sound = [
  isSoundText,
  { params: { problem: { code: "MALFORMED_REQUEST", why: "an id, a key or a token is no text that can be kept" } } },
] as const;
export const id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(
    z
      .string()
      .trim()
      .min(1)
      .max(64)
      .refine(...sound),
  );
/** The slot as it was seen: when it is another one by now, the act is refused as `STALE_PLAN`. */
const version = z.number().int().optional();
const key = z
  .string()
  .min(1)
  .max(200)
  .refine(...sound);
const idempotencyKey = key.optional();

type Times = { readonly scheduledAt: Instant; readonly scheduledEnd: Instant };

function inOrder<T extends Times>(input: T, context: z.core.$RefinementCtx<T>): void {
  const problem = slotRangeProblem({ startsAt: input.scheduledAt, endsAt: input.scheduledEnd });
  if (problem) context.issues.push({ code: "custom", input, params: { problem } });
}

const times = { scheduledAt: instantText("scheduledAt"), scheduledEnd: instantText("scheduledEnd") };
const planFields = z.object({ showId: id, episodeId: id, ...times, idempotencyKey, dryRun: z.boolean().optional() });

/** `planOne`: an episode for a stretch of time. */
export const planOneInput = planFields.superRefine(inOrder);
/** `replaceOne`: the same, in the place of slots of ours. */
export const replaceOneInput = planFields.extend({ replaces: z.array(id).min(1).max(50) }).superRefine(inOrder);
/** What a slot without an episode is to hold: a programme that is live, by the name that people give it, or a webstream of LibreTime's. */
const hold = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("live"),
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine(...sound)
      .optional(),
  }),
  z.object({ kind: z.literal("stream"), streamId: z.number().int().positive() }),
]);
/** `planHold`: a live hold or a webstream for a stretch of time. */
export const planHoldInput = z
  .object({ showId: id, content: hold, ...times, idempotencyKey, dryRun: z.boolean().optional() })
  .superRefine(inOrder);
/** An episode, or what a slot without one is to hold: what comes to a new place. */
const thing = { episodeId: id.optional(), content: hold.optional() };
function named<T extends { readonly episodeId?: string | undefined; readonly content?: unknown }>(
  input: T,
  context: z.core.$RefinementCtx<T>,
): void {
  if (input.episodeId === undefined && input.content === undefined)
    context.issues.push({ code: "custom", input, path: ["episodeId"] });
}
/** `moveOne`: a slot of ours to another time, or to another length. */
export const moveOneInput = z
  .object({ slotId: id, version, ...times, idempotencyKey, dryRun: z.boolean().optional() })
  .superRefine(inOrder);
/** `repairOne`: a slot that LibreTime has otherwise, as it was planned or as LibreTime has it. */
export const repairOneInput = z.object({ slotId: id, take: z.enum(["ours", "libretime"]), idempotencyKey });
const place = z
  .object({ startsAt: instantText("startsAt"), endsAt: instantText("endsAt") })
  .superRefine((slot, context) => {
    const problem = slotRangeProblem(slot);
    if (problem) context.issues.push({ code: "custom", input: slot, params: { problem } });
  });
/** No act changes more slots at once: a month of a station that changes by the hour has 744. */
const MANY = 800;
const change = z.union([
  z.object({ slotId: id, version, to: place.nullable() }),
  z.object({ episodeId: id, showId: id, to: place, premiere: z.literal(true).optional() }),
  z.object({ content: hold, showId: id, to: place }),
]);

/** `planMany`: new slots, moves and what goes, as one act. */
export const arrangeManyInput = z.object({
  changes: z.array(change).min(1).max(MANY),
  mode: z.enum(["all", "best"]).default("all"),
  idempotencyKey,
  dryRun: z.boolean().optional(),
});
/** `stopMany`: the act of the same person that was sent under that key. */
export const stopManyInput = z.object({ ofKey: key });
/** `undoOne`: an act of the history, or the same person's act under a key. */
export const undoOneInput = z.object({ operationId: id.optional(), ofKey: key.optional(), idempotencyKey });

const effect = z.object({
  slotId: id.nullable(),
  episodeId: id.optional(),
  before: place.nullable(),
  after: place.nullable(),
});
/** The slot that moves, where it is wished, and where other places are looked for. */
const wish = z.object({
  slotId: id.optional(),
  to: place,
  within: z.object({ startsAt: instantText("within.startsAt"), endsAt: instantText("within.endsAt") }),
});
const withinReach = ({ within }: { readonly within: Interval }, context: z.core.$RefinementCtx): void => {
  const problem = listRangeProblem(within);
  if (problem) context.issues.push({ code: "custom", input: within, params: { problem } });
};
/** `takeWayOut`: a way out as it was previewed, the token of what the preview rested on, and the wish, for fresh ways out when that is stale. */
export const takeWayOutInput = z
  .object({
    ...thing,
    showId: id,
    option: z.object({ kind: z.enum(wayKinds), effects: z.array(effect).min(1).max(100) }),
    token: z
      .string()
      .min(1)
      .max(100)
      .refine(...sound),
    wish: wish.superRefine(withinReach).optional(),
    idempotencyKey,
    dryRun: z.boolean().optional(),
  })
  .superRefine(named);
/** `previewOne`: a wish. */
export const previewOneInput = z.object({ showId: id, ...thing, ...wish.shape }).superRefine((input, context) => {
  named(input, context);
  withinReach(input, context);
});
/** `journal.history`. */
export const historyInput = z.object({ limit: z.number().int().min(1).max(200).default(50) });

/** `unplanOne`: what is planned of that episode at that time. */
export const unplanOneInput = z.object({ episodeId: id, scheduledAt: instantText("scheduledAt"), idempotencyKey });

/** `listSlots`: a window of at most 42 days. */
export const listSlotsInput = z
  .object({ from: instantText("from"), to: instantText("to") })
  .superRefine(({ from, to }, context) => {
    const problem = listRangeProblem({ startsAt: from, endsAt: to });
    if (problem) context.issues.push({ code: "custom", input: from, params: { problem } });
  });

export type PlanOneInput = z.output<typeof planOneInput>;
export type PlanHoldInput = z.output<typeof planHoldInput>;
export type ReplaceOneInput = z.output<typeof replaceOneInput>;
export type MoveOneInput = z.output<typeof moveOneInput>;
export type RepairOneInput = z.output<typeof repairOneInput>;
export type ArrangeManyInput = z.output<typeof arrangeManyInput>;
export type StopManyInput = z.output<typeof stopManyInput>;
export type UndoOneInput = z.output<typeof undoOneInput>;
export type TakeWayOutInput = z.output<typeof takeWayOutInput>;
export type PreviewOneInput = z.output<typeof previewOneInput>;
export type UnplanOneInput = z.output<typeof unplanOneInput>;
export type ListSlotsInput = z.output<typeof listSlotsInput>;

/**
 * What a refused input says, in the order in which a request is judged: unreadable, fields missing, a time
 * that is none, a range that is none.
 */
export function problemOfInput(error: z.ZodError, input: unknown): Problem {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return { code: "MALFORMED_REQUEST", why: "it must be an object" };
  const given = input as Record<string, unknown>;
  const isAbsent = (issue: z.core.$ZodIssue): boolean => {
    const value = given[String(issue.path[0])];
    return (
      issue.path.length === 1 &&
      (value === undefined || value === null || (typeof value === "string" && value.trim() === ""))
    );
  };
  const issues = error.issues.flatMap(ofItsKind);
  const missing = issues.filter(isAbsent).map((issue) => String(issue.path[0]));
  const wrong = issues.find((issue) => !isAbsent(issue) && issue.code !== "custom");
  if (wrong)
    return {
      code: "MALFORMED_REQUEST",
      why: `${wrong.path.join(".") || "the request"}: ${wrong.message.charAt(0).toLowerCase()}${wrong.message.slice(1)}`,
    };
  if (missing.length > 0) return { code: "MISSING_FIELDS", fields: [...new Set(missing)] };
  const stated = issues.flatMap((issue) =>
    issue.code === "custom" && issue.params?.["problem"] ? [issue.params["problem"] as Problem] : [],
  );
  return stated[0] ?? { code: "MALFORMED_REQUEST", why: "it is not what the act takes" };
}

/** What may be of several kinds, and is of one of them but for what it says, is told by that: a change to a time that is none. */
function ofItsKind(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const kind = issue.errors.find((each) => each.length > 0 && each.every(({ code }) => code === "custom"));
  return kind?.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) ?? [issue];
}
