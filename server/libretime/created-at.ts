import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Instant } from "@/domain/time";
import { formatMicroseconds, readMicroseconds } from "./values";

/**
 * An instance's `created_at`, which we send and LibreTime keeps to the microsecond: the mark by which an
 * instance of unknown outcome is found again. Always in one form, UTC with six digits of fraction, so that
 * two are equal as texts exactly if they are as instants.
 */
export type CreatedAt = string & { readonly createdAt: unique symbol };

let drawnIn = 0;
let drawn = new Set<number>();

/**
 * A mark that no other act has: the second is the act's, its microseconds are drawn by lot, never twice in
 * this process. Another process acts under the same lock, and an instance is looked for by its show as well.
 */
export function newCreatedAt(now: Instant): CreatedAt {
  const second = Math.floor(now / 1000);
  if (second !== drawnIn) [drawnIn, drawn] = [second, new Set()];
  let micros: number;
  do micros = randomInt(1, 1e6);
  while (drawn.has(micros));
  drawn.add(micros);
  return createdAt(second * 1e6 + micros);
}

/** `created_at` in an answer. */
export const wireCreatedAt = z.string().transform((text, context): CreatedAt => {
  const micros = readMicroseconds(text);
  if (micros !== null) return createdAt(micros);
  context.addIssue("no datetime");
  return z.NEVER;
});

/** The same where LibreTime may have none, or something that is no time: then there is no mark. */
export const wireMark = wireCreatedAt
  .nullish()
  .catch(null)
  .transform((mark): CreatedAt | null => mark ?? null);

function createdAt(micros: number): CreatedAt {
  return formatMicroseconds(micros) as CreatedAt;
}
