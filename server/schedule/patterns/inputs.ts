import { z } from "zod";
import { isCalendarDay, isStartTime } from "@/domain/patterns/rule";
import type { CalendarDay } from "@/domain/zone";
import { id, listSlotsInput } from "../inputs";

const day = z
  .string()
  .refine(isCalendarDay)
  .transform((text) => text as CalendarDay);
const dayOrNone = day.nullable().default(null);

/** `patterns.save`: a new regular slot, or with its id one that changes. */
export const saveRuleInput = z
  .object({
    id: id.optional(),
    showId: id,
    weekday: z.number().int().min(1).max(7),
    startTime: z.string().refine(isStartTime),
    minutes: z.number().int().min(1).max(1439),
    everyWeeks: z.number().int().min(1).max(4).default(1),
    anchor: day,
    kind: z.enum(["premiere", "rerun"]).default("premiere"),
    follows: id.nullable().default(null),
    from: dayOrNone,
    until: dayOrNone,
    skipped: z.array(day).max(400).default([]),
  })
  .superRefine(({ from, until }, context) => {
    if (from && until && until < from)
      context.issues.push({
        code: "custom",
        input: until,
        params: { problem: { code: "INVALID_TIME_RANGE", why: "The last day must not come before the first" } },
      });
  });
/** `patterns.remove`. */
export const removeRuleInput = z.object({ id });
/** `patterns.stock`: what there is to fill the holes of that window with. */
export const stockInput = listSlotsInput;

export type SaveRuleInput = z.output<typeof saveRuleInput>;
export type StockInput = z.output<typeof stockInput>;
