import { inTheWay } from "@/domain/conflicts";
import { instant, minutes, seconds } from "@/domain/time";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import type { Option } from "@/domain/ways-out/option";
import { tokenOf } from "@/domain/ways-out/token";
import type { WeekSlot } from "@/domain/ways-out/week";
import { findEpisode } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import type { PreviewOneInput } from "./inputs";
import { listSlots } from "./list-slots";

/** What stands in the way of a wish, and every way out, each with the token by which it is taken. */
export type Preview = { readonly inTheWay: readonly string[]; readonly options: readonly (Option & { readonly token: string })[] };

/** Snaps to five minutes; a slot trimmed to less than that is none. */
const STEP = minutes(5);

/** Judges a wish by the week as it is now, and proposes ways out. Writes nothing. */
export async function previewOne(deps: Deps, actor: Actor, { episodeId, slotId, to, within }: PreviewOneInput): Promise<Preview> {
  const episode = episodeId === undefined ? null : await findEpisode(actor, episodeId);
  if (episodeId !== undefined && !episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId });
  const { slots } = await listSlots(deps, { from: within.startsAt, to: within.endsAt });
  const week: readonly WeekSlot[] = slots.map((slot) => ({ ...slot, startsAt: instant(Date.parse(slot.startsAt)), endsAt: instant(Date.parse(slot.endsAt)) }));
  const wish = { ...(episodeId === undefined ? {} : { episodeId }), trackSeconds: episode?.length ?? null, to, ...(slotId === undefined ? {} : { from: { slotId } }) };
  const options = proposeWaysOut(week, wish, { zone: deps.zone, within, step: STEP, shortest: seconds(300) }, deps.now());
  return { inTheWay: inTheWay(to, week, new Set(slotId === undefined ? [] : [slotId])).map(({ id }) => id), options: options.map((option) => ({ ...option, token: tokenOf(option, week) })) };
}
