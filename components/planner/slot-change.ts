import { contentOf, type Content, type Hold } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import { formatInstant } from "@/domain/time";
import type { Effect } from "@/domain/ways-out/option";
import type { Cargo } from "./cargo";
import { placed, type PlacedSlot } from "./placed-slot";

/** What is seen of a slot, wherever it stands. */
export type Face = Pick<Cargo, "episodeId" | "hold" | "showId" | "title" | "showName" | "colour" | "trackSeconds">;

/** What becomes of one slot, with what it takes to draw it: `before` is null for what is new, `after` for what goes. */
export type SlotChange = {
  /** Only while the episode has no slot anywhere. */
  readonly premiere?: true;
  readonly slotId: SlotId | null;
  /** As which it was seen. */
  readonly version?: number;
  readonly face: Face;
  readonly before: Interval | null;
  readonly after: Interval | null;
};

/** What is carried comes to a place, or goes off the grid from where it is. */
export function changeOf({ from, ...face }: Cargo, after: Interval | null): SlotChange {
  return {
    slotId: from?.slotId ?? null,
    ...(from?.version === undefined ? {} : { version: from.version }),
    face,
    before: from ?? null,
    after,
  };
}

/** The effects of a way out: the wish is what is carried, the others are slots that are shown. */
export function changesOf(
  effects: readonly Effect[],
  cargo: Cargo,
  slots: readonly PlacedSlot[],
): readonly SlotChange[] {
  return effects.map(({ slotId, before, after }, index) => {
    const other = index === 0 ? undefined : slots.find(({ id }) => id === slotId)?.slot;
    const face = other
      ? {
          ...other,
          ...(other.content && other.content.kind !== "track" ? { hold: other.content } : {}),
          showId: other.showId ?? "",
          trackSeconds: other.trackSeconds ?? null,
        }
      : cargo;
    return { slotId, face, before, after };
  });
}

/** What takes them back, once what was new has its id. */
export function reversed(changes: readonly SlotChange[], newId: SlotId | null): readonly SlotChange[] {
  return changes.map(({ slotId, face, before, after }) => ({
    slotId: slotId ?? newId,
    face,
    before: after,
    after: before,
  }));
}

/** Does it end up elsewhere, or at another length? */
export function isMoved({ before, after }: Pick<SlotChange, "before" | "after">): boolean {
  return before?.startsAt !== after?.startsAt || before?.endsAt !== after?.endsAt;
}

/** A slot at a place where LibreTime does not have it yet, as being saved. */
export function savingSlot(id: SlotId, face: Face, to: Interval): PlacedSlot {
  const { episodeId, hold } = face;
  return placed({
    id,
    kind: "planned",
    state: "saving",
    startsAt: formatInstant(to.startsAt),
    endsAt: formatInstant(to.endsAt),
    title: face.title,
    showName: face.showName,
    colour: face.colour,
    showId: face.showId,
    ...(episodeId === undefined ? {} : { episodeId }),
    ...(hold ? { content: contentOf(hold) } : {}),
    playoutIds: [],
    trackIds: [],
    ...(face.trackSeconds === null ? {} : { trackSeconds: face.trackSeconds }),
    locked: true,
    live: hold?.kind === "live",
    warnings: [],
    version: 0,
  });
}

/** What it is that stands somewhere, whatever its slot is called: an episode, a webstream, or something live. */
export function thingName({
  episodeId,
  content,
}: {
  readonly episodeId?: string | undefined;
  readonly content?: Content | Hold | undefined;
}): string {
  return episodeId ?? (content?.kind === "stream" ? `stream:${content.streamId}` : (content?.kind ?? ""));
}
