import { startStation } from "@/station/station";
import { startPlanner } from "./planner-server";
import { seed, type Seeded } from "./seed";
import { stationWorld } from "./world";

/** A planner with a station and a database to itself: no journey meets what another worker's does. */
export type Stack = {
  /** Where the planner is. */
  readonly plannerUrl: string;
  /** The station's control door. */
  readonly controlUrl: string;
  /** The planner's database, for looking only. */
  readonly databaseUrl: string;
  readonly seeded: Seeded;
};

let ours: Stack | undefined;

/** The stack of this worker. */
export function stack(): Stack {
  if (!ours) throw new Error("There is no stack: a journey has one, by its fixtures.");
  return ours;
}

/** Starts a station, a planner by `npm start`, and what a station has on its first day, for as long as it is used. */
export async function withStack(
  provide: (stack: Stack) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const station = await startStation({ world: stationWorld });
  try {
    const planner = await startPlanner({ root: process.cwd(), station, settings });
    try {
      ours = {
        plannerUrl: planner.url,
        controlUrl: station.controlUrl,
        databaseUrl: planner.env["DATABASE_URL"]!,
        seeded: await seed(planner),
      };
      await provide(ours);
    } finally {
      ours = undefined;
      await planner.close();
    }
  } finally {
    await station.close();
  }
}
