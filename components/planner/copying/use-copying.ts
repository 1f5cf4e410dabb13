import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { useTRPC } from "@/components/trpc/client";
import { judgeMany, type ManyAnswer } from "@/domain/copying/judge-many";
import type { Interval } from "@/domain/interval";
import type { SlotList } from "@/domain/slots";
import { seconds } from "@/domain/time";
import { dayAfter } from "@/domain/zone";
import { batchVerbs } from "../batch/batch";
import { STEP_SECONDS } from "../cargo";
import { asWeekSlot, placed, type PlacedSlot } from "../placed-slot";
import { useMomentOf } from "../use-moment-of";
import type { PlannerState } from "../use-planner";
import { slotsAsked } from "../week-in-address";
import {
  changesOfCopies,
  copyWishes,
  daysReached,
  notCopied,
  paintedChanges,
  spanOf,
  type Copying,
  type CopyWish,
} from "./copying";
import { whereText } from "./copy-words";
import { usePainted } from "./use-painted";

/** No act changes more slots at once. */
export const MOST = 800;

/** A copy as it would be by the week as it is now, with the answers that were chosen; and the act itself. */
export function useCopying({ zone, moment, board, acts }: PlannerState, copying: Copying) {
  const words = useWords();
  const { from, to, days } = copying;
  const [chosen, setChosen] = useState<ReadonlyMap<string, ManyAnswer>>(new Map());
  // Until somebody says otherwise, what does not fit is left out.
  const [forAll, setForAll] = useState<ManyAnswer | null>(null);
  const onto = useMemo(() => spanOf(zone, to, daysReached(copying)), [zone, to, copying]);
  const source = useSlotsOf(useMemo(() => spanOf(zone, from, days), [zone, from, days]));
  // What reaches over midnight meets the neighbours, and so do nearest free times.
  const target = useSlotsOf(
    useMemo(() => spanOf(zone, dayAfter(to, -1), daysReached(copying) + 2), [zone, to, copying]),
  );
  const bySlotId = useMemo(() => new Map(target.slots?.map((each) => [each.id, each])), [target.slots]);
  const slotOf = useCallback((id: string) => bySlotId.get(id), [bySlotId]);
  const wishes = useMemo(
    () => copyWishes(zone, source.slots ?? [], copying, target.slots ?? []),
    [zone, source.slots, target.slots, copying],
  );
  // What has passed changes by the minute, not by the second.
  const asOf = useMomentOf(moment, Math.floor(moment / 60_000), target.slots, wishes, chosen, forAll);
  const judged = useMemo(
    () =>
      target.slots === null
        ? null
        : judgeMany(target.slots.map(asWeekSlot), wishes, {
            policy: { zone, within: onto, step: seconds(STEP_SECONDS), shortest: seconds(STEP_SECONDS) },
            now: asOf,
            answerFor: ({ id }: CopyWish) => chosen.get(id) ?? forAll ?? "leave-out",
          }),
    [target.slots, wishes, zone, onto, asOf, chosen, forAll],
  );
  const changes = useMemo(() => changesOfCopies(judged ?? [], slotOf), [judged, slotOf]);
  usePainted(
    board,
    useMemo(() => paintedChanges(zone, changes), [zone, changes]),
  );
  // Another target is another question.
  useEffect(() => {
    setChosen(new Map());
    setForAll(null);
  }, [to, copying.times]);
  const replaced = changes.filter(({ after }) => after === null).length;
  return {
    onto,
    wishes,
    judged: source.slots === null ? null : judged,
    slotOf,
    forAll: chosen.size === 0 ? (forAll ?? "leave-out") : null,
    replaced,
    count: changes.length - replaced,
    isTooMany: changes.length > MOST,
    isFailed: source.isFailed || target.isFailed,
    notCopied: notCopied(source.slots ?? [], spanOf(zone, from, days).startsAt),
    isAnswered: (id: string) => forAll !== null || chosen.has(id),
    answer: (id: string, answer: ManyAnswer) => setChosen((before) => new Map(before).set(id, answer)),
    answerAll: (answer: ManyAnswer) => {
      setForAll(answer);
      setChosen(new Map());
    },
    copy: () =>
      acts.many({
        changes,
        mode: "all",
        words: {
          ...batchVerbs.copy,
          ...(replaced > 0 && { did: "copyAndReplace" as const }),
          where: whereText(words, copying),
        },
      }),
  };
}

export type CopyPreview = ReturnType<typeof useCopying>;

/** The slots of a window, kept fresh like the week's; null while they are read. */
function useSlotsOf(window: Interval): {
  readonly slots: readonly PlacedSlot[] | null;
  readonly isFailed: boolean;
} {
  const trpc = useTRPC();
  const { data, isError } = useQuery(
    trpc.listSlots.queryOptions(slotsAsked(window), { staleTime: 5_000, refetchInterval: 30_000 }),
  );
  const list: SlotList | undefined = data;
  return { slots: useMemo(() => list?.slots.map(placed) ?? null, [list]), isFailed: isError };
}
