import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { useTRPC } from "@/components/trpc/client";
import type { Interval } from "@/domain/interval";
import { dayAfter, dayAt, type Zone } from "@/domain/zone";
import type { Attempt, Drawn } from "./attempts";
import type { Batch } from "./batch/batch";
import type { BatchEnd } from "./batch/batch-end";
import type { UnderWay } from "./batch/under-way";
import type { Beside } from "./beside/beside";
import { boardStore } from "./board";
import { withoutPlace } from "./cargo";
import { carryOver } from "./carry";
import type { ChipPoint } from "./carry-chip";
import type { Said } from "./live-region";
import type { PlacedSlot } from "./placed-slot";
import { refusedByPreview } from "./refused";
import type { BandBox } from "./selection/band";
import { unfit } from "./selection/group";
import { nothing } from "./selection/selection";
import { droppedWish, partsOf } from "./selection/selection-acts";
import { snappedToHole } from "./patterns/snap";
import { useHoles } from "./patterns/use-holes";
import { storeOf, useStore } from "./store";
import { useActs } from "./use-acts";
import { placeName } from "./use-block-keys";
import { useShownWeek } from "./use-shown-week";
import { useSlots } from "./use-slots";
import { useStationNow, useTicking } from "./use-station";
import { useWeek } from "./use-week";
import type { WeekPlace } from "./week-in-address";

/** What a page's planner stands on for as long as it is open. */
function makeStores() {
  const many = {
    batches: storeOf<readonly Batch[]>([]),
    batchEnd: storeOf<BatchEnd | null>(null),
    underWay: storeOf<readonly UnderWay[]>([]),
  };
  return {
    ...many,
    board: boardStore(),
    beside: storeOf<Beside | null>(null),
    attempts: storeOf<readonly Attempt[]>([]),
    undos: storeOf<readonly Drawn[]>([]),
    chip: storeOf<ChipPoint>(null),
    selection: storeOf(nothing),
    band: storeOf<BandBox>(null),
    said: storeOf<Said>({ words: "", count: 0 }),
  };
}

/** Everything that the planner's parts share: the week, what is on it, what is held, and the acts. */
export function usePlanner(zone: Zone, initialPlace: WeekPlace, isNarrow: boolean) {
  const words = useWords();
  const [stores] = useState(makeStores);
  const { board, attempts, undos, batches, batchEnd, underWay, said } = stores;
  const now = useStationNow();
  const moment = useTicking(now, 5_000);
  const week = useWeek(initialPlace, isNarrow);
  const slots = useSlots(zone, week.monday);
  const [tried, many, takenBack] = [
    useStore(attempts, (all) => all),
    useStore(batches, (all) => all),
    useStore(undos, (all) => all),
  ];
  const drawn = useMemo(() => [...tried, ...many, ...takenBack], [tried, many, takenBack]);
  const shown = useShownWeek({ words, list: slots.list, window: slots.window, drawn, moment });

  const trpc = useTRPC();
  const client = useQueryClient();
  const lookAtLibrary = useCallback(
    () => void client.invalidateQueries({ queryKey: trpc.library.pathKey() }),
    [client, trpc],
  );
  const acts = useActs({ now, attempts, undos, batches, batchEnd, underWay, look: slots.look, lookAtLibrary });
  const say = useCallback((text: string) => said.set(({ count }) => ({ words: text, count: count + 1 })), [said]);

  // Read at the moment of need, not rendered with: a step of the pointer must not wait for a render.
  const holes = useHoles({ zone, slots, shown, moment });
  const isOld = slots.list?.stale === true || slots.error !== null;
  const latest = useRef({ slots: shown.slots, holes, isOld });
  latest.current = { slots: shown.slots, holes, isOld };
  const against = useCallback(
    () => ({ words, slots: latest.current.slots, isOld: latest.current.isOld, now: now() }),
    [words, now],
  );
  const slotOf = useCallback(
    (id: string): PlacedSlot | undefined => latest.current.slots.find((each) => each.id === id),
    [],
  );
  const place = useCallback(
    (cargo: Attempt["cargo"], to: Interval, refused: ReturnType<typeof refusedByPreview>) => {
      if (refused) acts.refuse(cargo, to, refused);
      else acts.place(cargo, to);
    },
    [acts],
  );
  const followRef = useRef<string | null>(null);
  const carry = useMemo(
    () =>
      carryOver({
        board,
        words,
        against,
        say,
        snapped: (held, wish) => snappedToHole(latest.current.holes, held, wish),
        place: ({ cargo, by, copies = false }, { to, verdict, pieces, along }) => {
          followRef.current =
            by === "keys" && cargo.from ? placeName({ episodeId: cargo.episodeId, content: cargo.hold }, to) : null;
          if (along.length === 0) {
            place(copies ? withoutPlace(cargo) : cargo, to, refusedByPreview(words, verdict, cargo));
            return;
          }
          const all = [{ cargo, to, verdict, pieces }, ...along];
          const wish = droppedWish(all, copies);
          acts.many(wish, partsOf(words, wish, { all, unfit: unfit(all, against(), copies) }));
        },
      }),
    [board, words, against, say, place, acts],
  );

  const isDayShown = isNarrow || week.view === "day";
  const today = dayAt(zone, moment);
  const days = useMemo(
    () => (isDayShown ? [week.day] : Array.from({ length: 7 }, (_, index) => dayAfter(week.monday, index))),
    [isDayShown, week.day, week.monday],
  );
  return {
    ...stores,
    zone,
    now,
    moment,
    today,
    week,
    slots,
    shown,
    holes,
    acts,
    say,
    against,
    slotOf,
    carry,
    followRef,
    days,
    isDayShown,
  };
}

export type PlannerState = ReturnType<typeof usePlanner>;
