/** What two values of one attribute say: nothing where one of them is not known. */
export type Agreement = "agrees" | "differs" | "unknown";

/** Compares two values, where both are known. */
export function agreement<T>(
  kept: T | null,
  now: T | null,
  isSame: (kept: T, now: T) => boolean = (a, b) => a === b,
): Agreement {
  if (kept === null || now === null) return "unknown";
  return isSame(kept, now) ? "agrees" : "differs";
}

/** Compares two texts as people read them: case, spaces and forms of one letter do not matter. An empty one says nothing. */
export function textAgreement(kept: string | null, now: string | null): Agreement {
  return agreement(plain(kept), plain(now));
}

function plain(text: string | null): string | null {
  return (text ?? "").normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim() || null;
}
