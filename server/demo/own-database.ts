import { isMarked } from "@/server/cms/marks";
import { countPeople, findActor } from "@/server/cms/people";
import { DEMO_ADMIN_EMAIL, demoDeeds } from "./published.mjs";

/**
 * Did the demo fill this database? It says so from before its first person on; a seeding of an earlier version that
 * was cut off is known by its admin alone. scripts/steps/demo.mjs asks the same without Payload.
 */
export async function isDemoDatabase(): Promise<boolean> {
  return (
    (await isMarked(demoDeeds.password)) ||
    (await isMarked(demoDeeds.seeded)) ||
    (await findActor(DEMO_ADMIN_EMAIL)) !== null
  );
}

/** May the demo fill it, or has it? Where somebody else works, it leaves no mark. */
export async function isFreeForDemo(): Promise<boolean> {
  return (await isDemoDatabase()) || (await countPeople()) === 0;
}

/**
 * Refuses to serve a database that the demo filled as a station's own: its people have published passwords, and its
 * slots name rows that are somebody else's in another LibreTime.
 */
export async function demandOwnDatabase(): Promise<void> {
  if (await isDemoDatabase())
    throw new Error(
      "DATABASE_URL names a database that was filled by the demo. Name another one, for example file:.data/station.db.",
    );
}
