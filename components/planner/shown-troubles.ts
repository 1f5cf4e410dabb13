import { overlap, type Interval } from "@/domain/interval";
import { intervalOf, type SlotList } from "@/domain/slots";
import type { Instant } from "@/domain/time";
import { inOrder, troublesOf, type KnownTrouble, type Trouble } from "@/domain/troubles";
import type { Zone } from "@/domain/zone";

/** A trouble as it is listed; `since` is null while the server has not seen it yet. */
export type ShownTrouble = Trouble & { readonly since: string | null };

type Shown = { readonly zone: Zone; readonly list: SlotList | null; readonly window: Interval; readonly now: Instant };

/**
 * Everything that is wrong in the coming weeks, the newest first: as it was compared last, and in the week that is
 * shown as it is shown, which is newer. So what is mended on the grid is not said to be open above it.
 */
export function shownTroubles(
  compared: readonly KnownTrouble[],
  { zone, list, window, now }: Shown,
): readonly ShownTrouble[] {
  const coming = compared.filter((each) => Date.parse(each.endsAt) > now);
  if (!list || list.stale) return inOrder(coming, "newest");
  const since = new Map(compared.map((each) => [each.id, each.since]));
  const here = troublesOf(list, { zone, within: window, now }).map((each): ShownTrouble => ({
    ...each,
    since: since.get(each.id) ?? null,
  }));
  return inOrder([...coming.filter((each) => !overlap(intervalOf(each), window)), ...here], "newest");
}
