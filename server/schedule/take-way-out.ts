import type { Effect, WayKind } from "@/domain/ways-out/option";
import { tokenOf } from "@/domain/ways-out/token";
import type { WeekSlot } from "@/domain/ways-out/week";
import { DAY, earlier } from "@/domain/time";
import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { ArrangeAnswer } from "./answers";
import { arrange } from "./arrange";
import type { Change } from "./change";
import type { Deps } from "./deps";
import type { TakeWayOutInput } from "./inputs";
import { previewOne } from "./preview-one";
import { weekNow } from "./week-now";

/**
 * Carries out a way out of a conflict just as it was previewed, as one act with one undo: `token` is what the
 * preview rested on, and another world is `STALE_PLAN`, with fresh ways out when the wish is told. The guard of
 * every act judges its effects all the same.
 */
export function takeWayOut(deps: Deps, actor: Actor, input: TakeWayOutInput): Promise<ArrangeAnswer> {
  const { option, token, episodeId, content, showId, wish, idempotencyKey, dryRun } = input;
  return logSchedule.act("way-out", { episodeId, way: option.kind }, () =>
    arrange(deps, actor, {
      kind: "way-out",
      mode: "all",
      input: { option, token, episodeId, content, showId },
      idempotencyKey,
      dryRun,
      changes: option.effects.map((effect) => changeOf(effect, input)),
      demand: async () => {
        if (
          tokenOf(option as { kind: WayKind; effects: readonly Effect[] }, await weekAround(deps, option.effects)) ===
          token
        )
          return;
        throw new Refusal({
          code: "STALE_PLAN",
          ...(wish && { options: (await previewOne(deps, actor, { episodeId, content, ...wish })).options }),
        });
      },
    }),
  );
}

function changeOf(
  { slotId, after }: Pick<Effect, "slotId" | "after">,
  { episodeId, content, showId }: TakeWayOutInput,
): Change {
  if (slotId !== null) return { slotId, to: after };
  if (!after) throw new Refusal({ code: "MALFORMED_REQUEST", why: "a new slot needs a place" });
  return content ? { content, showId, to: after } : { episodeId: episodeId!, showId, to: after };
}

/** What holds time where the effects are and where they go, read now. */
function weekAround(deps: Deps, effects: readonly Pick<Effect, "before" | "after">[]): Promise<readonly WeekSlot[]> {
  deps.windows.drop();
  const places = effects.flatMap(({ before, after }) => [before, after]).filter((place) => place !== null);
  return weekNow(
    deps,
    places.map(({ startsAt, endsAt }) => ({ startsAt: earlier(startsAt, DAY), endsAt })),
  );
}
