import { at, type Given } from "./given.test-kit";
import type { ArrangeManyInput } from "../inputs";
import { arrangeMany } from "../plan-many";

export const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

export function many(given: Given, changes: ArrangeManyInput["changes"], over: Partial<ArrangeManyInput> = {}) {
  return arrangeMany(given.deps, given.people.programmer, { changes, mode: "all", ...over });
}

export function fresh(
  given: Given,
  episode: "night1" | "night2" | "short" | "tapes",
  startsAt: string,
  endsAt: string,
) {
  const { showId, episodeId } = given.wish(episode, startsAt, endsAt);
  return { showId, episodeId, to: stretch(startsAt, endsAt) };
}

/** What LibreTime holds, ids aside. */
export async function matter({ station }: Given): Promise<unknown> {
  const { schedule, "show-instances": instances } = await station.snapshot();
  const bare = ({ id: _, instance: __, created_at: ___, ...rest }: Readonly<Record<string, unknown>>) =>
    JSON.stringify(rest);
  return [schedule.map(bare).toSorted(), instances.map(bare).toSorted()];
}
