import { wish, type Who } from "@/server/rest/doors.test-kit";
import { instant } from "@/domain/time";
import { tokenOf } from "@/domain/ways-out/token";
import { stationReport } from "@/server/schedule/fingerprint/report";
import { idComesAgain } from "@/server/schedule/fingerprint/stations.test-kit";
import type { Given, Planned } from "@/server/schedule/given/given.test-kit";
import { times } from "./bad-input.test-kit";

/** A procedure: who may, what it needs before, good input, what it writes, and what it refuses. */
export type Procedure = {
  readonly may: readonly Who[];
  readonly before?: (given: Given) => Promise<Planned>;
  readonly good?: (given: Given, earlier: Planned | undefined) => unknown;
  /** `libretime`: the one guard's business. `records`: only ours. */
  readonly writes: "libretime" | "records" | "nothing";
  readonly bad: readonly (readonly [what: string, input: unknown, code: string])[];
};

/** A new slot, as acts on many slots say it. */
export function change(given: Given) {
  const { showId, episodeId } = wish(given);
  return { showId, episodeId, to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd } };
}

export const regular = { weekday: 2, startTime: "20:00", minutes: 60, anchor: "2026-11-24" };

export type Looked = Planned & { readonly token: string };

/** The id of our instance has come again, and an admin has looked. */
export async function looked(given: Given): Promise<Looked> {
  const planned = await given.plan("night1", "20:00", "21:00");
  await idComesAgain(given, planned.instanceId);
  return { ...planned, token: (await stationReport(given.deps, given.people.admin)).token };
}

/** The way out of nothing: nobody is there. */
export function wayOut(given: Given) {
  const { to: after, ...what } = change(given);
  const at = (iso: string) => instant(Date.parse(iso));
  const token = tokenOf(
    {
      kind: "as-wished",
      effects: [
        {
          slotId: null,
          episodeId: what.episodeId,
          before: null,
          after: { startsAt: at(after.startsAt), endsAt: at(after.endsAt) },
        },
      ],
    },
    [],
  );
  return {
    ...what,
    token,
    option: { kind: "as-wished", effects: [{ slotId: null, episodeId: what.episodeId, before: null, after }] },
  };
}
