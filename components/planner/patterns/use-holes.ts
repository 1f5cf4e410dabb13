import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import { holesOf, type Hole, type Standing } from "@/domain/patterns/holes-of";
import type { Rule } from "@/domain/patterns/rule";
import { instant, type Instant } from "@/domain/time";
import { useFacets } from "../library/use-library";
import type { Zone } from "@/domain/zone";
import type { useShownWeek } from "../use-shown-week";
import type { useSlots } from "../use-slots";

/** Who stands in a hole, by name. */
export type Blocker = Standing & { readonly showName: string };
/** A hole with its show as it is drawn. */
export type ShownHole = Hole<Blocker> & { readonly show: { readonly title: string; readonly colour: string } };

const NO_RULES: readonly Rule[] = [];

/** The regular slots of all shows. */
export function useRules(): readonly Rule[] {
  const trpc = useTRPC();
  return useQuery(trpc.patterns.list.queryOptions(undefined, { staleTime: 60_000 })).data ?? NO_RULES;
}

/** Keeps and removes regular slots, and brings a removed one back with the reruns that followed it. */
export function useRuleActs() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.patterns.pathKey() });
  const [save, remove] = [
    useMutation(trpc.patterns.save.mutationOptions({ onSuccess })),
    useMutation(trpc.patterns.remove.mutationOptions({ onSuccess })),
  ];
  const bringBack = async ({ id, ...rule }: Rule, rules: readonly Rule[]): Promise<void> => {
    const back = await save.mutateAsync({ ...rule, skipped: [...rule.skipped] });
    for (const each of rules.filter(({ follows }) => follows === id))
      await save.mutateAsync({ ...each, skipped: [...each.skipped], follows: back.id });
  };
  return { save, remove, bringBack };
}

type Shown = {
  readonly zone: Zone;
  readonly slots: ReturnType<typeof useSlots>;
  readonly shown: ReturnType<typeof useShownWeek>;
  readonly moment: Instant;
};

/** The holes of the shown week that are still to come, blocked ones too; none before the week is read. */
export function useHoles({ zone, slots, shown, moment }: Shown): readonly ShownHole[] {
  const rules = useRules();
  const { shows } = useFacets();
  const isRead = slots.list !== null;
  // What has begun changes by the minute, not by the second.
  const minute = Math.floor(moment / 60_000) * 60_000;
  return useMemo(() => {
    if (!isRead || rules.length === 0) return [];
    const standing = shown.slots.map(({ id, startsAt, endsAt, slot }): Blocker => ({
      id,
      startsAt,
      endsAt,
      showName: slot.showName,
      ...(slot.showId === undefined ? {} : { showId: slot.showId }),
    }));
    const byId = new Map(shows.map((each) => [each.id, each]));
    return holesOf(rules, standing, { window: slots.window, zone, now: instant(minute) }).flatMap(
      (hole): ShownHole[] => {
        const show = byId.get(hole.rule.showId);
        return show ? [{ ...hole, show }] : [];
      },
    );
  }, [isRead, rules, shows, shown.slots, slots.window, zone, minute]);
}

/** The holes for what the calendar makes: it reaches them past it. */
export const HolesContext = createContext<readonly ShownHole[]>([]);

/** The holes around this part. */
export function useShownHoles(): readonly ShownHole[] {
  return useContext(HolesContext);
}
