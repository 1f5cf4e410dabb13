import type { SlotId } from "../ids";
import type { Effect, Option } from "./option";
import type { Week, WeekSlot } from "./week";

/** The id of the wish's slot in a week that is only imagined, when it comes from the library. */
export const IMAGINED_SLOT: SlotId = "imagined";

/** The week as it would be: what the preview draws, and what the server's reading must come to. */
export function applyOption(week: Week, option: Pick<Option, "effects">): WeekSlot[] {
  const changes = new Map(option.effects.map((each) => [each.slotId, each]));
  const kept = week.flatMap((slot) => {
    const change = changes.get(slot.id);
    if (!change) return [slot];
    return change.after ? [{ ...slot, ...change.after }] : [];
  });
  return [...kept, ...option.effects.flatMap(imagined)];
}

/** The ids of the slots that exist and would change, the one that moves first. */
export function touchedBy(option: Pick<Option, "effects">): SlotId[] {
  return option.effects.flatMap(({ slotId }) => (slotId === null ? [] : [slotId]));
}

function imagined({ slotId, episodeId, after }: Effect): WeekSlot[] {
  if (slotId !== null || !after) return [];
  return [
    {
      id: IMAGINED_SLOT,
      kind: "planned",
      state: "saving",
      ...(episodeId === undefined ? {} : { episodeId }),
      ...after,
      locked: false,
      live: false,
      version: 0,
    },
  ];
}
