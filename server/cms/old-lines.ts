import type { Content } from "@/domain/content";
import { UNMARKED, type Mark } from "@/domain/identity";
import type { Effects, Inverse } from "./records";

/** How the journal named a slot before one could hold anything but a track. */
type Flat = {
  readonly episodeId: string;
  readonly episodeTitle: string;
  readonly trackId: number;
  readonly trackSeconds: number;
};

/** A line's effects as they are read now, whenever they were written. */
export function effectsIn(kept: unknown): Effects | null {
  if (kept === null || kept === undefined) return null;
  const { arriving, leaving, records, ...rest } = kept as Effects;
  return {
    ...rest,
    arriving: arriving.map(withContent),
    leaving: leaving.map(asSlot),
    ...(records && { records: records.map(asSlot) }),
  };
}

/** The same of what takes it back. */
export function inverseIn(kept: unknown): Inverse | null {
  if (kept === null || kept === undefined) return null;
  const { takeOff, putBack } = kept as Inverse;
  return { takeOff, putBack: putBack.map(asSlot) };
}

function asSlot<T extends { readonly content: Content; readonly mark: Mark }>(kept: T): T {
  return withContent({ ...kept, mark: (kept as Partial<T>).mark ?? UNMARKED });
}

function withContent<T extends { readonly content: Content }>(kept: T): T {
  if ("content" in kept) return kept;
  const {
    episodeId,
    episodeTitle: title,
    trackId,
    trackSeconds,
    ...rest
  } = kept as unknown as Flat & Omit<T, "content" | "title">;
  return { ...rest, title, content: { kind: "track", episodeId, trackId, trackSeconds } } as unknown as T;
}
