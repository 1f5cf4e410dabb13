import type { Words } from "@/components/language/words";
import { inTheWay } from "@/domain/conflicts";
import { overlap, type Interval } from "@/domain/interval";
import { later } from "@/domain/time";
import { calendarDay, wallClockAt, wallClockOn, type WallClock, type Zone } from "@/domain/zone";
import { lengthOfCargo, withoutPlace, type Cargo } from "../cargo";
import { instantAt } from "../grid-place";
import { changesAround, passAt, segmentsOf, type Segment } from "../segments";
import { skippedVerdict, verdictOn, type JudgedAgainst, type Verdict } from "../verdict";

/** One of several that are carried together: where it would go, and whether it fits there. */
export type Along = {
  readonly cargo: Cargo;
  readonly to: Interval;
  readonly verdict: Verdict;
  readonly pieces: readonly Segment[];
};

/** Where one of a group goes, or where the clock skips the time that it would have. */
export type PlaceAlong = { readonly to: Interval; readonly isSkipped: boolean };

/**
 * Where another of a group goes when the first goes `to` a place: the same step on the station's clock, in days
 * and in time of day, so that what is on at 20:00 is on at 20:00 also after the clock has changed. It keeps its
 * length. In an hour that comes twice it stays on its pass, or takes the first.
 */
export function placeAlong(zone: Zone, first: Interval, to: Interval, other: Cargo): PlaceAlong {
  const from = other.from!;
  const step = wallClockAt(zone, to.startsAt) - wallClockAt(zone, first.startsAt);
  const wall = (wallClockAt(zone, from.startsAt) + step) as WallClock;
  const day = calendarDay(wall);
  const pass = passAt(from.startsAt, changesAround(zone, from)) ?? "first";
  const meant = instantAt(zone, day, (wall - wallClockOn(day)) / 1000, pass);
  const startsAt = meant.at ?? meant.skippedAt;
  return { to: { startsAt, endsAt: later(startsAt, lengthOfCargo(other, false)) }, isSkipped: meant.at === null };
}

/** What is left of the week for a group that moves: none of it is in its own way. Copies leave all of it. */
export function weekWithout(cargos: readonly Cargo[], against: JudgedAgainst, copies: boolean): JudgedAgainst {
  if (copies) return against;
  const leaving = new Set(cargos.flatMap(({ from }) => from?.slotId ?? []));
  return { ...against, slots: against.slots.filter(({ id }) => !leaving.has(id)) };
}

/** Where the others go with the first, each judged. */
export function others(
  first: Cargo,
  to: Interval,
  rest: readonly Cargo[],
  against: JudgedAgainst,
  copies: boolean,
): readonly Along[] {
  const { words } = against;
  const { zone } = words;
  const taken: Interval[] = [to];
  return rest.map((cargo) => {
    const place = placeAlong(zone, first.from!, to, cargo);
    const fits = place.isSkipped
      ? skippedVerdict(words, place.to.startsAt)
      : verdictOn(copies ? withoutPlace(cargo) : cargo, place.to, against);
    const verdict = fits.fits && taken.some((each) => overlap(each, place.to)) ? amongThemselves(words) : fits;
    taken.push(place.to);
    return { cargo, to: place.to, verdict, pieces: segmentsOf(zone, place.to) };
  });
}

/** Where the clock changes, two that were one after the other may meet. */
function amongThemselves({ t }: Words): Verdict {
  return { fits: false, why: "taken", words: t("verdict.taken.byAnother"), blockers: [] };
}

/**
 * Which of them cannot go, when those that cannot stay where they are: what stays is in the way of what would
 * have come there.
 */
export function unfit(all: readonly Along[], against: JudgedAgainst, copies: boolean): readonly Along[] {
  let out = all.filter(({ verdict }) => !verdict.fits);
  for (;;) {
    if (copies) return out;
    const staying = out.flatMap(({ cargo }) => (cargo.from ? [{ ...cargo.from, id: cargo.from.slotId }] : []));
    const more = all
      .filter((each) => !out.includes(each))
      .flatMap((each) => {
        const blockers = inTheWay(each.to, staying);
        const there = against.slots.filter(({ id }) => blockers.some((one) => one.id === id));
        return blockers.length > 0
          ? [
              {
                ...each,
                verdict: {
                  fits: false,
                  why: "taken",
                  words: against.words.t("verdict.taken.staying", { count: blockers.length }),
                  blockers: there,
                } as const,
              },
            ]
          : [];
      });
    if (more.length === 0) return all.flatMap((each) => out.find(({ cargo }) => cargo === each.cargo) ?? []);
    out = [...out, ...more];
    all = all.map((each) => more.find(({ cargo }) => cargo === each.cargo) ?? each);
  }
}
