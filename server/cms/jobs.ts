import type { Config, Where } from "payload";
import { chores, type ChoreName } from "./chores";

type Jobs = NonNullable<Config["jobs"]>;
type Task = NonNullable<Jobs["tasks"]>[number];

const QUEUE = "chores";
/** A chore that a process left unfinished this long ago will not be finished by it. */
const ABANDONED_MS = 5 * 60_000;

/**
 * What Airweek does by itself, on Payload's own clock: every minute what acts left open is settled, every third
 * minute all coming slots are compared with LibreTime. Whoever serves runs them; several processes may. Who settles
 * has the station: a second one waits for its turn, and finds nothing left.
 */
export const jobs: Jobs = {
  tasks: [chore("settle", "* * * * *"), chore("compare", "*/3 * * * *")],
  autoRun: [{ cron: "* * * * *", queue: QUEUE, silent: true }],
  deleteJobOnComplete: true,
  access: { run: () => false, queue: () => false, cancel: () => false },
};

function chore(slug: ChoreName, cron: string): Task {
  return {
    slug,
    retries: 0,
    // What fails is tried again at the next minute, and has said why in the log.
    handler: async () => {
      await chores()?.[slug]();
      return { output: {} };
    },
    schedule: [
      {
        cron,
        queue: QUEUE,
        hooks: {
          // One waits at a time; one that died with its process must not stand in the way for ever, and settling not at all.
          beforeSchedule: async ({ queueable, req }) => {
            const mine = { taskSlug: { equals: slug } };
            const abandoned = new Date(Date.now() - ABANDONED_MS).toISOString();
            await req.payload.db.deleteMany({
              collection: "payload-jobs",
              req,
              where: { and: [mine, { updatedAt: { less_than: abandoned } }] },
            });
            const inTheWay: Where[] = [
              mine,
              { hasError: { equals: false } },
              ...(slug === "settle" ? [{ processing: { equals: false } }] : []),
            ];
            const { totalDocs } = await req.payload.db.count({
              collection: "payload-jobs",
              req,
              where: { and: inTheWay },
            });
            // The minute that has come is the one to settle in: Payload names the next one where it does not know the last, and of several processes it may forget it each time.
            return {
              shouldSchedule: totalDocs === 0,
              ...(slug !== "settle" && { waitUntil: queueable.waitUntil ?? new Date() }),
              input: {},
            };
          },
        },
      },
    ],
  };
}
