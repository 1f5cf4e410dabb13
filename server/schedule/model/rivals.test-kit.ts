import { tracks, stationShows } from "../given/given.test-kit";
import { overlap, type Interval } from "@/domain/interval";
import { instant, formatInstant } from "@/domain/time";
import { theyDo } from "../given/rivals.test-kit";
import { type Model, type Real, came, pick, stretch } from "./world.test-kit";

async function isFree({ given }: Real, wished: Interval): Promise<boolean> {
  const { "show-instances": instances, schedule } = await given.station.snapshot();
  return ![...instances, ...schedule].some((each) =>
    overlap(
      { startsAt: instant(Date.parse(String(each.starts_at))), endsAt: instant(Date.parse(String(each.ends_at))) },
      wished,
    ),
  );
}

/** Somebody in LibreTime does something; our mirror knows of it. */
async function rivalDoes(model: Model, { given, deps }: Real, act: Parameters<typeof theyDo>[2]): Promise<void> {
  came.note("rival");
  await theyDo(model.theirs, given, act);
  await deps.mirror.refresh();
}

/** Somebody in LibreTime plans where nothing is: a track of another show, or an empty instance of ours. */
export async function rivalPuts(model: Model, real: Real, wished: Interval, isEmpty: boolean): Promise<void> {
  const { station } = real.given;
  if (!(await isFree(real, wished))) return;
  const times = { starts_at: formatInstant(wished.startsAt), ends_at: formatInstant(wished.endsAt) };
  await rivalDoes(model, real, async () => {
    const instance = await station.put("show-instances", {
      show: isEmpty ? stationShows.night : stationShows.jazz,
      ...times,
    });
    return {
      "show-instances": [instance],
      schedule: isEmpty ? [] : [await station.put("schedule", { instance, file: tracks.jazz, ...times })],
    };
  });
}

/** Somebody in LibreTime puts a track into an instance that is not theirs. */
export async function rivalFills(model: Model, real: Real, index: number): Promise<void> {
  const { station, slots } = real.given;
  const others = (await station.snapshot())["show-instances"].filter(
    ({ id }) => !model.theirs["show-instances"].has(Number(id)),
  );
  const home = others[index % Math.max(1, others.length)];
  if (!home) return;
  await rivalDoes(model, real, async () => ({
    schedule: [
      await station.put("schedule", {
        instance: Number(home.id),
        file: tracks.jazz,
        starts_at: String(home.starts_at),
        ends_at: String(home.ends_at),
      }),
    ],
  }));
  // Beside a track it changes nothing of ours.
  if (!(await slots()).some(({ instanceId, content }) => instanceId === home.id && content.kind === "track"))
    model.isDrifting = true;
}

/** Somebody in LibreTime changes or deletes what is theirs; what of ours lies in it goes with it. */
export async function rivalTouches(
  model: Model,
  real: Real,
  index: number,
  what: "change" | "delete",
  table: "schedule" | "show-instances",
): Promise<void> {
  const { station } = real.given;
  const all = [...model.theirs[table].values()];
  const each = all[index % Math.max(1, all.length)];
  if (!each) return;
  const changed =
    table === "schedule"
      ? { ends_at: formatInstant(instant(Date.parse(String(each.ends_at)) - 60_000)) }
      : { description: `changed ${index}` };
  await rivalDoes(model, real, async () => {
    await (what === "delete"
      ? station.remove(table, Number(each.id))
      : station.put(table, { ...each, ...changed } as never));
    return {};
  });
  if (what === "delete") model.isDrifting = true;
}

export async function rivalDeletes(model: Model, real: Real, index: number, whole: boolean): Promise<void> {
  const slot = await pick(real, index);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const row = schedule.find(({ id }) => id === slot?.playoutId);
  if (!slot || !(row || slot.playoutId === null) || !instances.some(({ id }) => id === slot.instanceId)) return;
  // What lies in it goes with it, as it does when LibreTime's own pages delete it.
  await rivalDoes(model, real, async () => {
    await (whole || !row
      ? real.given.station.remove("show-instances", slot.instanceId)
      : real.given.station.remove("schedule", Number(row.id)));
    return {};
  });
  model.isDrifting = true;
}

export async function rivalMoves(model: Model, real: Real, index: number, from: number): Promise<void> {
  const slot = await pick(real, index);
  const to = slot && stretch(from, (slot.endsAt - slot.startsAt) / 900_000);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const [row, home] = [
    schedule.find(({ id }) => id === slot?.playoutId),
    instances.find(({ id }) => id === slot?.instanceId),
  ];
  if (!slot || !to || !(row || slot.playoutId === null) || !home || !(await isFree(real, to))) return;
  const length_ = Date.parse(String(row?.ends_at)) - Date.parse(String(row?.starts_at));
  await rivalDoes(model, real, async () => {
    await real.given.station.put("show-instances", {
      ...home,
      starts_at: formatInstant(to.startsAt),
      ends_at: formatInstant(to.endsAt),
    } as never);
    if (row)
      await real.given.station.put("schedule", {
        ...row,
        starts_at: formatInstant(to.startsAt),
        ends_at: formatInstant(instant(to.startsAt + length_)),
      } as never);
    return {};
  });
  model.isDrifting = true;
}
