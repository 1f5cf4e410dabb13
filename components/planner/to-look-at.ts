import { overlap, type Interval } from "@/domain/interval";
import type { DriftedSlot, SlotList } from "@/domain/slots";
import type { Instant } from "@/domain/time";
import { intervalOf, isDrifted } from "./slot-words";

/**
 * All coming slots that LibreTime has otherwise, the soonest first: as they were compared last, and in the week
 * that is shown as it is shown, which is newer. So what is mended on the grid is not said to be open above it.
 */
export function toLookAt(compared: readonly DriftedSlot[], { list, window, now }: { readonly list: SlotList | null; readonly window: Interval; readonly now: Instant }): readonly DriftedSlot[] {
  const coming = compared.filter((each) => Date.parse(each.endsAt) > now);
  if (!list || list.stale) return coming;
  const shown = list.slots.flatMap(({ id, kind, title, showName, startsAt, endsAt, state, differences = [] }) =>
    (kind === "planned" && isDrifted({ state }) && Date.parse(endsAt) > now ? [{ slotId: id, title, showName, startsAt, endsAt, state, differences }] : []));
  return [...coming.filter((each) => !overlap(intervalOf(each), window)), ...shown].toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
