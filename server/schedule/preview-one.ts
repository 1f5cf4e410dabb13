import { inTheWay } from "@/domain/conflicts";
import { onWire, type IntervalOnWire } from "@/domain/slots";
import { minutes } from "@/domain/time";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import type { Effect, Option } from "@/domain/ways-out/option";
import { tokenOf } from "@/domain/ways-out/token";
import { findEpisode } from "@/server/cms/episodes";
import { lengthNow } from "@/server/library/readiness";
import { findSlot } from "@/server/cms/slots";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import type { PreviewOneInput } from "./inputs";
import { weekNow } from "./week-now";

type EffectOnWire = Omit<Effect, "before" | "after"> & {
  readonly before: IntervalOnWire | null;
  readonly after: IntervalOnWire | null;
};

/** A way out as it travels, with the token by which it is taken: `takeWayOut` takes it as it is. */
export type OptionOnWire = Omit<Option, "effects"> & {
  readonly effects: readonly EffectOnWire[];
  readonly token: string;
};

/** What stands in the way of a wish, and every way out, those first that disturb least. */
export type Preview = { readonly inTheWay: readonly string[]; readonly options: readonly OptionOnWire[] };

/** Snaps to five minutes; a slot trimmed to less than that is none. */
const STEP = minutes(5);

/** Judges a wish by the week as it is now, and proposes ways out. Writes nothing. */
export async function previewOne(
  deps: Deps,
  actor: Actor,
  { episodeId, slotId, to, within }: Omit<PreviewOneInput, "showId">,
): Promise<Preview> {
  const mover = slotId === undefined ? null : await findSlot(slotId);
  if (slotId !== undefined && !mover) throw new Refusal({ code: "SLOT_NOT_FOUND", slotId });
  const trackSeconds = mover ? playedIn(deps, mover) : await lengthOf(deps, actor, episodeId);
  const week = await weekNow(deps, [within, ...(mover ? [mover] : [])]);
  const wish = {
    ...(episodeId === undefined ? {} : { episodeId }),
    trackSeconds,
    to,
    ...(slotId === undefined ? {} : { from: { slotId } }),
  };
  const options = proposeWaysOut(week, wish, {
    policy: { zone: deps.zone, within, step: STEP, shortest: STEP },
    now: deps.now(),
  });
  return {
    inTheWay: inTheWay(to, week, new Set(slotId === undefined ? [] : [slotId])).map(({ id }) => id),
    options: options.map((option) => ({
      ...option,
      token: tokenOf(option, week),
      effects: option.effects.map(({ before, after, ...rest }) => ({
        ...rest,
        before: before && onWire(before),
        after: after && onWire(after),
      })),
    })),
  };
}

/** It is moved with its file as it is now. */
function playedIn({ mirror }: Deps, { content }: SlotRecord): number | null {
  return content.kind === "track" ? lengthNow(mirror.files.get(content.trackId), content.trackSeconds) : null;
}

/** Whole seconds of an episode's track; null of one without, and of what lasts as long as its slot. */
async function lengthOf({ mirror }: Deps, actor: Actor, episodeId: string | undefined): Promise<number | null> {
  if (episodeId === undefined) return null;
  const episode = await findEpisode(actor, episodeId);
  if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId });
  return lengthNow(
    episode.libretimeTrackId === null ? undefined : mirror.files.get(episode.libretimeTrackId),
    episode.length,
  );
}
