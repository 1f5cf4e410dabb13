import type { Problem } from "@/domain/problems";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";

/** The problem that a use case has thrown: it said no, LibreTime or the database failed it; null when something of ours broke. */
export function problemIn(cause: unknown): Problem | null {
  return cause instanceof Refusal || cause instanceof LibreTimeError || cause instanceof DatabaseUnreachable
    ? cause.problem
    : null;
}
