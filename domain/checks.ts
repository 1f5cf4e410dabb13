import { playsSame, wantedRow, type Media, type WantedRow } from "./content";
import { fadesAsOurs } from "./cues";
import { oursOf } from "./identity";
import { lengthOf, overlap, type Interval } from "./interval";
import { airs, airtimeOf, heldBy, silencesStation, type OurSlot } from "./picture";
import type { Instance, Row } from "./station-rows";
import type { Slot, SlotState } from "./slots";
import { seconds } from "./time";
import type { Difference } from "./differences";

/** Everything in which LibreTime is not what a slot of ours should be; none when it is just so. */
export function differencesOf(
  slot: OurSlot,
  rows: readonly Row[],
  instance: Instance | undefined,
): readonly Difference[] {
  const wanted = wantedRow(slot);
  const { home, row } = oursOf(slot, { home: instance, row: rows.find((each) => each.id === slot.playoutId) });
  if (!wanted) return ofHold(slot, rows, home);
  if (!home || !row) return [{ what: "row-gone" }];
  return [...ofRow(wanted, row), ...ofInstance(slot, home), ...twins(slot, wanted, rows)];
}

/** What LibreTime was seen to make of a slot of ours, in a word. */
export function checkSlot(slot: OurSlot, rows: readonly Row[], instance: Instance | undefined): SlotState {
  return stateOf(differencesOf(slot, rows, instance));
}

/** The word for those differences: the worst of them. */
export function stateOf(differences: readonly Difference[]): SlotState {
  if (differences.some(({ what }) => what === "row-gone" || what === "hold-gone")) return "missing";
  if (differences.some(({ what }) => what !== "twin")) return "changed";
  return differences.length > 0 ? "duplicate" : "on-libretime";
}

/** A live hold is its instance, and is right when nothing lies in it. */
function ofHold(slot: OurSlot, rows: readonly Row[], instance: Instance | null): Difference[] {
  if (!instance || instance.modified) return [{ what: "hold-gone" }];
  const strangers = rows.filter(
    (row) => row.instanceId === slot.instanceId && airs(row) && overlap(airtimeOf(row), slot),
  );
  return [
    ...ofInstance(slot, instance),
    ...strangers.map((row) => ({ what: "filled" as const, playoutId: row.id, ...airtimeOf(row) })),
  ];
}

/** Does LibreTime have it otherwise than it was planned? */
export function isDrifted({ state }: Pick<Slot, "state">): boolean {
  return state === "missing" || state === "changed" || state === "duplicate";
}

/** Will something be silent, or all of the station, be heard twice, or be heard instead of what is live? The rest that differs is heard, only otherwise. */
export function isAlarming({
  state,
  differences = [],
  notReady,
  silencesStation,
}: Pick<Slot, "state" | "differences" | "notReady" | "silencesStation">): boolean {
  if (notReady !== undefined || silencesStation || state === "missing" || state === "duplicate") return true;
  return (
    isDrifted({ state }) &&
    differences.some(
      (each) => each.what === "never-airs" || each.what === "filled" || (each.what === "cues" && each.breaksPlayout),
    )
  );
}

function ofRow(wanted: WantedRow, row: Row): Difference[] {
  return [
    ...(isOnTime(wanted, row)
      ? []
      : airs(row)
        ? [{ what: "row-moved" as const, ...airtimeOf(row) }]
        : [{ what: "never-airs" as const }]),
    ...ofCues(wanted, row),
  ];
}

/** Where other times are told, the cues are theirs; unless they break playout. */
function ofCues(wanted: WantedRow, row: Row): Difference[] {
  if (silencesStation(row)) return [{ what: "cues", breaksPlayout: true }];
  return !isOnTime(wanted, row) || isCuedFor(wanted, row) ? [] : [{ what: "cues", breaksPlayout: false }];
}

/** Does the row play what is wanted, then, and as much of it? Where in its file a track began when it was planned, our records do not say. */
export function playsAsWanted(wanted: WantedRow, row: Row): boolean {
  return isOnTime(wanted, row) && playsAs(wanted, row);
}

/** Does it play that, cued for as long as it is wanted, and faded as we do? */
export function playsAs(wanted: Media & Interval, row: Row): boolean {
  return playsSame(row, wanted) && isCuedFor(wanted, row);
}

function isOnTime(wanted: Interval, row: Row): boolean {
  const { startsAt, endsAt } = airtimeOf(row);
  return startsAt === wanted.startsAt && endsAt === wanted.endsAt;
}

/** Of a webstream playout reads no cues. */
function isCuedFor(wanted: Interval, { trackId, cues }: Row): boolean {
  return (
    trackId === null ||
    (cues.cueIn !== null &&
      cues.cueOut !== null &&
      seconds(cues.cueOut - cues.cueIn) === lengthOf(wanted) &&
      fadesAsOurs(cues))
  );
}

/** Somebody else's instance, in which our slot lies, may have any times. */
function ofInstance(slot: OurSlot, instance: Instance): Difference[] {
  const { startsAt, endsAt } = heldBy(instance);
  return !slot.ownsInstance || (startsAt === slot.startsAt && endsAt === slot.endsAt)
    ? []
    : [{ what: "instance-moved", startsAt, endsAt }];
}

function twins(slot: OurSlot, wanted: WantedRow, rows: readonly Row[]): Difference[] {
  return rows
    .filter((each) => each.id !== slot.playoutId && playsSame(each, wanted) && overlap(airtimeOf(each), slot))
    .map((each) => ({ what: "twin", playoutId: each.id, ...airtimeOf(each) }));
}
