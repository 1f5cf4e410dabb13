import { readShow, showText } from "./known-columns";
import type { InstanceSign, OperationStep, RowSign, ShowSign } from "./records";
import type { Mark } from "@/domain/identity";
import { seconds } from "@/domain/time";
import { toColumn, toInstant, type Value } from "./sql";
import type { StepRow } from "./step-rows";

/** The columns of `operation_steps`, but for the operation's id. */
export const stepColumns = [
  "seq",
  "step",
  "what",
  "outcome",
  "at",
  "libretime_id",
  "slot_id",
  "back",
  "station_show_id",
  "instance_mark",
  "instance_id",
  "track_id",
  "stream_id",
  "starts_at",
  "ends_at",
  "cue_in",
  "show_id",
  "show_name",
  "show_colour",
  "above_show_id",
  "linked_before",
  "known_before",
] as const;

/** A row as it is kept; a column that is not named is empty. */
export type StepColumns = Readonly<Partial<Record<(typeof stepColumns)[number], string | number | boolean | null>>>;

/** What is kept of a row. */
export function columnsOf({ seq, step, what, outcome, at, libretimeId, slotId, back, sign }: StepRow): StepColumns {
  const facts = { seq, step, what, outcome, at: toColumn(at), libretime_id: libretimeId, slot_id: slotId, back };
  return { ...facts, ...(sign && signColumns(sign)) };
}

/** A row as it was kept. */
export function rowIn(kept: Readonly<Record<string, Value>>): StepRow {
  const what = kept.what as StepRow["what"];
  const sign = signs[what]?.(kept);
  return {
    seq: Number(kept.seq),
    step: Number(kept.step),
    what,
    ...(kept.libretime_id === null ? {} : { libretimeId: Number(kept.libretime_id) }),
    ...(kept.slot_id === null ? {} : { slotId: String(kept.slot_id) }),
    ...(kept.back ? { back: true as const } : {}),
    ...(sign ? { sign } : {}),
    outcome: kept.outcome as StepRow["outcome"],
    at: toInstant(kept.at),
  };
}

function signColumns(sign: NonNullable<OperationStep["sign"]>): StepColumns {
  if ("aboveId" in sign) return showColumns(sign);
  if ("instanceId" in sign) return rowColumns(sign);
  return { station_show_id: sign.stationShowId, instance_mark: sign.createdAt };
}

function showColumns({ showId, name, colour, aboveId, linkedBefore, knownBefore }: ShowSign): StepColumns {
  const names = { show_id: showId, show_name: name, show_colour: colour ?? null };
  const known_before = knownBefore ? showText(knownBefore) : null;
  return { ...names, above_show_id: aboveId, linked_before: linkedBefore, known_before };
}

function rowColumns({ instanceId, mark, trackId, streamId, startsAt, endsAt, cueIn }: RowSign): StepColumns {
  return {
    instance_id: instanceId,
    station_show_id: mark?.stationShowId ?? null,
    instance_mark: mark?.createdAt ?? null,
    track_id: trackId,
    stream_id: streamId ?? null,
    starts_at: toColumn(startsAt),
    ends_at: toColumn(endsAt),
    cue_in: cueIn ?? null,
  };
}

type Kept = Readonly<Record<string, Value>>;

/** The sign in a step's first row, by what the step makes. */
const signs: Partial<Record<StepRow["what"], (kept: Kept) => OperationStep["sign"]>> = {
  "create-show": showSignIn,
  "create-instance": (kept) => (kept.instance_mark === null ? undefined : (markIn(kept) as InstanceSign)),
  "create-row": rowSignIn,
};

function showSignIn(kept: Kept): ShowSign | undefined {
  if (kept.above_show_id === null) return undefined;
  return {
    showId: String(kept.show_id),
    name: String(kept.show_name),
    ...(kept.show_colour === null ? {} : { colour: String(kept.show_colour) }),
    aboveId: Number(kept.above_show_id),
    linkedBefore: numberOrNull(kept.linked_before),
    knownBefore: readShow(kept.known_before),
  };
}

function rowSignIn(kept: Kept): RowSign | undefined {
  if (kept.instance_id === null) return undefined;
  const isMarked = kept.instance_mark !== null || kept.station_show_id !== null;
  return {
    instanceId: Number(kept.instance_id),
    ...(isMarked ? { mark: markIn(kept) } : {}),
    trackId: numberOrNull(kept.track_id),
    ...(kept.stream_id === null ? {} : { streamId: Number(kept.stream_id) }),
    startsAt: toInstant(kept.starts_at),
    endsAt: toInstant(kept.ends_at),
    ...(kept.cue_in === null ? {} : { cueIn: seconds(Number(kept.cue_in)) }),
  };
}

function markIn(kept: Kept): Mark {
  return {
    stationShowId: numberOrNull(kept.station_show_id),
    createdAt: kept.instance_mark === null ? null : String(kept.instance_mark),
  };
}

function numberOrNull(value: Value | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
