import { markOf, oursOf } from "@/domain/identity";
import type { Picture } from "@/domain/picture";
import { keepMarks } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";

/**
 * Keeps the marks of slots from before marks were kept, once LibreTime shows them just as they were sent: its ids are
 * trusted this one time. What it does not show so stays without a mark, and is told as missing.
 */
export async function learnMarks(slots: readonly SlotRecord[], { rows, instances }: Picture): Promise<void> {
  const unmarked = slots.filter(({ mark }) => mark.createdAt === null);
  const found = unmarked.flatMap((slot) => {
    const { home } = oursOf(slot, {
      home: instances.find(({ id }) => id === slot.instanceId),
      row: rows.find(({ id }) => id === slot.playoutId),
    });
    return home ? [{ id: slot.id, instanceId: slot.instanceId, mark: markOf(home) }] : [];
  });
  if (found.length > 0) await keepMarks(found).catch((cause: unknown) => logSchedule.failure(cause, []));
}
