import { dayAt } from "@/domain/zone";
import { actorOf, getCms } from "@/server/cms/cms";
import { databaseWatch } from "@/server/database-watch";
import { isDevelopment, type Env } from "@/server/env";
import type { Deps } from "@/server/schedule/deps";
import { createGate } from "./gate";
import { openGate, ownOrigin } from "./open-gate";
import { knownKeys } from "./signed-in";
import { stationPages } from "./station-page";

/** Opens the gate before Next. Where the week is for people of the station, or while somebody develops, no page is shared. */
export async function startFront(
  deps: Deps,
  { STATION_PUBLIC, PUBLIC_URL }: Pick<Env, "STATION_PUBLIC" | "PUBLIC_URL">,
): Promise<void> {
  const isShared = STATION_PUBLIC && !isDevelopment();
  const { isReadable } = databaseWatch();
  const station = isShared ? stationPages({ origin: ownOrigin, publicOrigin: PUBLIC_URL ?? null, isReadable }) : null;
  if (station)
    deps.news.subscribe(({ kind }) => {
      if (kind === "slots-changed" || kind === "episodes-changed") station.drop();
    });
  const keys = knownKeys(async (authorization) => (await actorOf(new Headers({ authorization }))) !== null);
  openGate(
    createGate({
      station,
      today: () => dayAt(deps.zone, deps.now()),
      secret: (await getCms()).secret,
      keys,
      isReadable,
    }),
  );
}
