/** Asks our own API for a list; the error is the sentence that the API gives. */
export async function ask<T>(path: string): Promise<readonly T[]> {
  const response = await fetch(path, { credentials: "same-origin", headers: { accept: "application/json" } }).catch(
    () => null,
  );
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok && isList<T>(body)) return body.items;
  throw new Error(sentenceIn(body) ?? "Airweek did not answer. Try again.");
}

function isList<T>(body: unknown): body is { items: readonly T[] } {
  return typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items);
}

function sentenceIn(body: unknown): string | null {
  return typeof body === "object" && body !== null && "error" in body && typeof body.error === "string"
    ? body.error
    : null;
}

/** A length as people read it: 3763 seconds are `1:02:43`. */
export function clockLength(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
