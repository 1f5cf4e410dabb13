import { QueryClient } from "@tanstack/react-query";
import type { ProblemOnWire } from "@/domain/problems";

/** What another try cannot mend: who you are, what you asked. */
const final = new Set<string>([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "MALFORMED_REQUEST",
  "MISSING_FIELDS",
  "INVALID_TIME",
  "INVALID_TIME_RANGE",
  "LIBRETIME_REFUSED_KEY",
  "LIBRETIME_TOO_OLD",
]);

/** Reads may be repeated, with pauses; writes are sent once (law 5). */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 10 * 60_000,
        retry: (count, error) => count < 2 && !final.has(codeOf(error)),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

function codeOf(error: unknown): string {
  return (error as { data?: { problem?: ProblemOnWire } } | null)?.data?.problem?.code ?? "";
}
