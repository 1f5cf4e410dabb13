import { createDeps } from "@/server/deps";
import { startStation, type Station, type World } from "@/station/station";
import { formatInstant } from "@/domain/time";
import type { Deps } from "../deps";
import type { Given } from "../given/given.test-kit";
import { quietWorld } from "../given/programme.test-kit";

const LONG_AGO = "2026-10-01T08:00:00.000001Z";

/** The quiet world as it was for weeks: everything in it is older than what is planned. */
export const settledWorld: World = {
  files: quietWorld.files!.map((file) => ({ ...file, created_at: LONG_AGO, updated_at: LONG_AGO })),
  webstreams: quietWorld.webstreams!.map((stream) => ({ ...stream, created_at: LONG_AGO, updated_at: LONG_AGO })),
};

/** Another LibreTime: the same shows and files by name and id, and instances of its own under the first ids, each with a row. */
export const otherWorld: World = {
  ...quietWorld,
  "show-instances": [1, 2, 3, 4, 5, 6].map((id) => ({
    id,
    show: 1 + (id % 3),
    starts_at: `2026-11-2${3 + (id % 3)}T0${id}:00:00Z`,
    ends_at: `2026-11-2${3 + (id % 3)}T0${id}:30:00Z`,
    created_at: `2026-11-20T09:00:00.00000${id}Z`,
  })),
  schedule: [1, 2, 3, 4, 5, 6].map((id) => ({
    id,
    instance: id,
    file: 7,
    starts_at: `2026-11-2${3 + (id % 3)}T0${id}:00:00Z`,
    ends_at: `2026-11-2${3 + (id % 3)}T0${id}:30:00Z`,
  })),
};

/** Another LibreTime that our database is pointed at: the same process settings but for its address. */
export async function pointedAt(
  given: Given,
  world: World,
): Promise<{ readonly station: Station; readonly deps: Deps } & AsyncDisposable> {
  const station = await startStation({ world, key: given.station.key });
  await station.setClock(formatInstant(given.deps.now()));
  const deps = createDeps(
    {
      LIBRETIME_API_URL: station.url,
      LIBRETIME_API_KEY: station.key,
      STATION_TIMEZONE: "Europe/Paris",
      STATION_NAME: "Radio Colline",
      LEAD_TIME_SECONDS: 420,
    },
    { now: given.deps.now },
  );
  await deps.mirror.ready();
  return {
    station,
    deps,
    [Symbol.asyncDispose]: async () => {
      await deps.close();
      await station.close();
    },
  };
}

/** An instance of somebody else's has that id by now, as after a restore from a backup. */
export async function idComesAgain({ station, deps }: Pick<Given, "station" | "deps">, id: number): Promise<void> {
  await station.put("show-instances", { id, created_at: "2026-11-24T12:30:00.000009Z" });
  await deps.mirror.refresh();
}

/** LibreTime's database is put back as it was then. */
export async function restore(
  { station, deps }: Pick<Given, "station" | "deps">,
  backup: Awaited<ReturnType<Station["snapshot"]>>,
): Promise<void> {
  await station.given(backup as unknown as World);
  await deps.mirror.refresh();
}
