import { inject } from "vitest";
import type { Seeded } from "./seed";

/** A planner with a station and a database to itself. As many as there are workers: no journey meets what another worker's does. */
export type Stack = {
  /** Where the planner is. */
  readonly plannerUrl: string;
  /** The station's control door. */
  readonly controlUrl: string;
  /** The planner's database, for looking only. */
  readonly databaseUrl: string;
  readonly seeded: Seeded;
};

/** How many journeys are made side by side. */
export const WORKERS = 2;

/** The stack of this worker. */
export function stack(): Stack {
  return inject("stacks")[Number(process.env.VITEST_POOL_ID) - 1]!;
}
