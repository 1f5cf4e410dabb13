import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { SlotId } from "@/domain/ids";
import { intervalOf } from "@/domain/slots";
import { dayAt } from "@/domain/zone";
import { blockElement } from "./use-anchor";
import type { PlannerState } from "./use-planner";

/** Where to be led: a slot, or a gap by its name. */
export type Lead = (to: { readonly slotId: SlotId; readonly startsAt: string; readonly endsAt: string }) => void;

/** Leads to a slot of any week: its week is shown, its block brought into sight, and then its card opened. */
export function useLead(
  { zone, week, slots, shown, days, attempts, say }: PlannerState,
  open: (slotId: SlotId) => void,
): Lead {
  const t = useTranslations();
  const [led, setLed] = useState<SlotId | null>(null);
  useEffect(() => {
    if (led === null || !slots.list) return;
    setLed(null);
    const block = blockElement(led);
    if (!block) {
      say(t("slot.gone"));
      return;
    }
    block.scrollIntoView({ block: "center" });
    open(led);
  }, [led, slots.list, shown.events, days, say, t, open]);
  return useCallback(
    ({ slotId, startsAt, endsAt }: { readonly slotId: SlotId; readonly startsAt: string; readonly endsAt: string }) => {
      // Whoever looks at something else has done with the refusal that was open.
      attempts.set((all) => all.filter((each) => each.problem === null));
      week.go({ day: dayAt(zone, intervalOf({ startsAt, endsAt }).startsAt) });
      setLed(slotId);
    },
    [attempts, week, zone],
  );
}
