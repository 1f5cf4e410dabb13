import type { OperationRecord } from "./records";

/** Does nobody know yet what became of it? What was answered and only left something to clear away is known. */
export function isOpen({ state, answer }: Pick<OperationRecord, "state" | "answer">): boolean {
  return state === "wanted" || (state === "unknown" && !(answer as { readonly success?: boolean } | null)?.success);
}
