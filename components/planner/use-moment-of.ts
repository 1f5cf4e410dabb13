import { useState } from "react";
import type { Instant } from "@/domain/time";

/** The moment at which any of those last changed: what is computed from them does not change with each tick. */
export function useMomentOf(moment: Instant, ...those: readonly unknown[]): Instant {
  const [last, setLast] = useState({ moment, those });
  if (last.those.every((each, index) => Object.is(each, those[index]))) return last.moment;
  setLast({ moment, those });
  return moment;
}
