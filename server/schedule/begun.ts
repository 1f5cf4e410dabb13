import { overlap } from "@/domain/interval";
import type { Act } from "./context";
import type { Arrival, Departure, Facts } from "./facts";
import { hasBegun, isAsWanted } from "./standing";

/** An operation that time has parted: what stays, and the rest, of which nothing must be left. */
export type Parted = { readonly stays: Facts; readonly rest: Facts };

/**
 * What has begun to air stays, and so does what is `homeless`; what they came from or lie over goes for them. Where
 * that has its new place already, it keeps it. No other part of the operation is asked for by this one, so that the
 * rest can be as it was.
 */
export function partedByTime(
  { deps }: Pick<Act, "deps">,
  { arrivals, departures }: Facts,
  homeless: readonly Arrival[],
): Parted {
  const stays = new Set(
    arrivals.filter((each) => homeless.includes(each) || (each.standing && hasBegun(deps, each.standing))),
  );
  const goes = new Set<Departure>();
  for (let before = -1; before !== stays.size + goes.size;) {
    before = stays.size + goes.size;
    for (const each of departures) if ([...stays].some((arrival) => makesGo(arrival, each))) goes.add(each);
    for (const each of arrivals)
      if (each.standing && [...goes].some(({ slot }) => slot.id === each.arriving.slotId)) stays.add(each);
  }
  return {
    stays: { arrivals: [...stays], departures: [...goes] },
    rest: {
      arrivals: arrivals.filter((each) => !stays.has(each)),
      departures: departures.filter((each) => !goes.has(each)),
    },
  };
}

/** What stands at its new time as wanted while its old one is over and empty by this act: taken back, it would be nowhere. */
export function homelessOf({ deps }: Pick<Act, "deps">, { arrivals, departures }: Facts): Arrival[] {
  const gone = departures.filter(
    ({ slot, standing, back, isOurDoing }) => isOurDoing && !standing && !back && slot.endsAt <= deps.now(),
  );
  return arrivals.filter(
    ({ arriving, standing, home }) =>
      standing &&
      home &&
      isAsWanted(standing, arriving, home.instanceId) &&
      gone.some(({ slot }) => slot.id === arriving.slotId),
  );
}

function makesGo({ arriving }: Arrival, { slot }: Departure): boolean {
  return arriving.slotId === slot.id || overlap(arriving, slot);
}
