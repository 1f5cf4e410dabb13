import type { Control } from "@/station/control";

type StoredRow = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the rows and instances that the planner wrote (law 4): playout would cut them, overrun
 * them, or drop the station's whole plan. `foreign` are the instances that somebody else made.
 */
export async function breachesOfLawFour(station: Control, foreign: ReadonlySet<number> = new Set()): Promise<string[]> {
  const { schedule, "show-instances": instances, files } = await station.snapshot();
  const byId = new Map(instances.map((each) => [each["id"], each]));
  const lengths = new Map(files.map((each) => [each["id"], seconds(each["length"])]));
  const ours = (id: unknown) => !foreign.has(Number(id));
  return [
    ...schedule
      .filter((row) => ours(row["instance"]))
      .flatMap((row) =>
        breachesOfRow(
          row,
          byId.get(row["instance"])!,
          row["stream"] === null ? (lengths.get(row["file"]) ?? NaN) : Infinity,
        ),
      ),
    ...instances.filter((each) => ours(each["id"])).flatMap(breachesOfInstance),
  ];
}

function breachesOfRow(row: StoredRow, instance: StoredRow, track: number): string[] {
  const [startsAt, endsAt] = [ms(row["starts_at"]), ms(row["ends_at"])];
  const [cueIn, cueOut] = [seconds(row["cue_in"]), seconds(row["cue_out"])];
  const plays = (endsAt - startsAt) / 1000;
  const slot = (ms(instance["ends_at"]) - ms(instance["starts_at"])) / 1000;
  return failed(`row ${String(row["id"])}`, {
    "plays as long as its cues say": plays === cueOut - cueIn,
    "plays the track or the slot, whichever is shorter; a webstream as long as its slot":
      plays === Math.min(track, slot),
    "lies inside its instance": startsAt >= ms(instance["starts_at"]) && endsAt <= ms(instance["ends_at"]),
    "is in whole seconds": startsAt % 1000 === 0 && endsAt % 1000 === 0,
    "has cues within a day": 0 <= cueIn && cueIn <= cueOut && cueOut < 86_400,
    "has a length": seconds(row["length"]) > 0,
    "has fades": typeof row["fade_in"] === "string" && typeof row["fade_out"] === "string",
    "has a position": typeof row["position"] === "number",
    "was not broadcast": row["broadcasted"] === 0,
  });
}

function breachesOfInstance(each: StoredRow): string[] {
  return failed(`instance ${String(each["id"])}`, {
    "is no rebroadcast": each["rebroadcast"] === 0,
    "has a filled time": typeof each["filled_time"] === "string",
    "has an empty description": each["description"] === "",
    "gets nothing from an automatic playlist": each["auto_playlist_built"] === true,
  });
}

function failed(what: string, facts: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(facts)
    .filter(([, holds]) => !holds)
    .map(([fact]) => `${what}: not true that it ${fact}`);
}

function ms(stored: unknown): number {
  return Date.parse(String(stored));
}

/** "01:28:03.500000" in seconds. */
function seconds(stored: unknown): number {
  const [hours, minutes, rest] = String(stored).split(":").map(Number) as [number, number, number];
  return hours * 3600 + minutes * 60 + rest;
}
