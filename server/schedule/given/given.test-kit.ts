import "./settings.test-kit";
import "./quiet.test-kit";
import { expect } from "vitest";
import { at } from "@/domain/given.test-kit";
import type { Hold } from "@/domain/content";
import type { Problem, ProblemCode } from "@/domain/problems";
import { formatInstant, instant, type Instant } from "@/domain/time";
import { recentOperations } from "@/server/cms/operations";
import type { Role } from "@/domain/roles";
import type { SlotRecord } from "@/server/cms/records";
import { slotsIn } from "@/server/cms/slots";
import { lookUpWith } from "@/server/cms/station-lookup";
import { createDeps } from "@/server/deps";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import { startStation, type Station, type World } from "@/station/station";
import type { Deps } from "../deps";
import { listSlots } from "../list-slots";
import { moveOne, replaceOne } from "../move-one";
import type { PlanAnswer } from "../answers";
import { planHold, planOne } from "../plan-one";
import { unplanOne } from "../unplan-one";
import { people, type Person } from "./people.test-kit";
import { freshProgramme, quietWorld, type Programme } from "./programme.test-kit";

export { at } from "@/domain/given.test-kit";
export { logged } from "./logged.test-kit";
export { makeEpisode, stationShows, streams, tracks } from "./programme.test-kit";

type EpisodeName = keyof Programme["episodes"];
type Extra = { readonly idempotencyKey?: string; readonly dryRun?: boolean };
type MoveExtra = Extra & { readonly version?: number };
type Stood = Extract<PlanAnswer, { slotId: string }>;
export type Planned = Stood & { readonly playoutId: number };

/** A station over real HTTP, a database, and the acts on them, at noon of Tuesday 24 November 2026 in UTC. */
export type Given = AsyncDisposable &
  Programme & {
    readonly station: Station;
    readonly deps: Deps;
    readonly people: Readonly<Record<Role, Person>>;
    /** The only clock there is. */
    readonly setClock: (now: Instant) => Promise<void>;
    /** The acts of a process that starts now, on the same database and the same LibreTime. */
    readonly restarted: () => Promise<Deps>;
    /** The input of a plan. */
    readonly wish: (episode: EpisodeName, startsAt: string, endsAt: string) => Parameters<typeof planOne>[2];
    readonly plan: (episode: EpisodeName, startsAt: string, endsAt: string, extra?: Extra) => Promise<Planned>;
    /** Plans a live hold or a webstream of "Night Flight". */
    readonly hold: (content: Hold, startsAt: string, endsAt: string, extra?: Extra) => Promise<Stood>;
    readonly unplan: (episode: EpisodeName, startsAt: string, extra?: Extra) => ReturnType<typeof unplanOne>;
    readonly move: (slotId: string, startsAt: string, endsAt: string, extra?: MoveExtra) => Promise<Planned>;
    readonly replace: (
      slotIds: readonly string[],
      episode: EpisodeName,
      startsAt: string,
      endsAt: string,
    ) => Promise<Planned>;
    readonly list: (startsAt?: string, endsAt?: string) => ReturnType<typeof listSlots>;
    /** Our records of all that is planned, in order. */
    readonly slots: () => Promise<SlotRecord[]>;
    /** The latest line of the journal. */
    readonly lastOperation: () => Promise<Awaited<ReturnType<typeof recentOperations>>[number]>;
    /** What would be heard on that Tuesday and the next day: "20:00–21:00 Night Flight #1". */
    readonly heard: () => Promise<readonly string[]>;
    /** The requests that LibreTime gets while that goes on: "POST /schedule", ids as `*`, queries left out. */
    readonly requestsOf: (act: () => Promise<unknown>) => Promise<readonly string[]>;
  };

export type GivenOptions = { readonly world?: World; readonly timeoutMs?: number | undefined; readonly now?: Instant };

/** Gives a station with that world on top of the quiet one. The mirror is read once, and the schedule probed, unless `cold`. */
export async function givenStation({
  world = {},
  timeoutMs,
  now = at("12:00"),
  cold = false,
}: GivenOptions & { readonly cold?: boolean } = {}): Promise<Given> {
  const clock = { now: now as number };
  const station = await startStation({ world: { ...quietWorld, ...world }, key: "the-key-of-the-station" });
  await station.setClock(formatInstant(now));
  const settings = {
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    STATION_TIMEZONE: "Europe/Paris",
    STATION_NAME: "Radio Colline",
    LEAD_TIME_SECONDS: 420,
  };
  const start = () => createDeps(settings, { now: () => clock.now, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const deps = start();
  const [programme, persons] = [await freshProgramme(), await people()];
  if (!cold) await Promise.all([deps.mirror.ready(), probed(deps)]);
  const actor = persons.programmer;
  const times = (startsAt: string, endsAt: string) => ({ scheduledAt: at(startsAt), scheduledEnd: at(endsAt) });
  const showOf = (episode: EpisodeName): string =>
    episode === "tapes" ? programme.shows.tapes : programme.shows.night;
  const wish = (episode: EpisodeName, startsAt: string, endsAt: string) => ({
    showId: showOf(episode),
    episodeId: programme.episodes[episode],
    ...times(startsAt, endsAt),
  });
  return {
    ...programme,
    station,
    deps,
    people: persons,
    wish,
    restarted: async () => {
      const again = start();
      await again.mirror.ready();
      return again;
    },
    setClock: async (to) => {
      clock.now = to;
      await station.setClock(formatInstant(to));
    },
    plan: (episode, startsAt, endsAt, extra = {}) =>
      planOne(deps, actor, { ...wish(episode, startsAt, endsAt), ...extra }) as Promise<Planned>,
    hold: (content, startsAt, endsAt, extra = {}) =>
      planHold(deps, actor, {
        showId: programme.shows.night,
        content,
        ...times(startsAt, endsAt),
        ...extra,
      }) as Promise<Stood>,
    unplan: (episode, startsAt, extra = {}) =>
      unplanOne(deps, actor, { episodeId: programme.episodes[episode], scheduledAt: at(startsAt), ...extra }),
    move: (slotId, startsAt, endsAt, extra = {}) =>
      moveOne(deps, actor, { slotId, ...times(startsAt, endsAt), ...extra }) as Promise<Planned>,
    replace: (slotIds, episode, startsAt, endsAt) =>
      replaceOne(deps, actor, { ...wish(episode, startsAt, endsAt), replaces: [...slotIds] }) as Promise<Planned>,
    list: (startsAt = "00:00", endsAt = "48:00") => listSlots(deps, { from: at(startsAt), to: at(endsAt) }),
    slots: () => slotsIn({ startsAt: instant(0), endsAt: instant(4e12) }),
    lastOperation: async () => (await recentOperations(1))[0]!,
    heard: async () => heardOf(await station.onAir(formatInstant(at("00:00")), formatInstant(at("48:00")))),
    requestsOf: async (act) => {
      await station.clearRequests();
      await act();
      return (await station.requests()).map(
        ({ method, path }) => `${method} ${path.replace("/api/v2", "").replace(/\?.*/, "").replace(/\d+$/, "*")}`,
      );
    },
    [Symbol.asyncDispose]: async () => {
      // Who picks a track in the next test looks at another station, or at none.
      lookUpWith(undefined);
      await deps.close();
      await station.close();
    },
  };
}

/** A busy machine may take longer than an impatient client waits, and a probe is sent once: its first tries are not what is tested. */
async function probed(deps: Pick<Deps, "libretime">, tries = 5): Promise<void> {
  await deps.libretime.probeWritableSchedule().catch((cause: unknown) => {
    if (tries === 1) throw cause;
    return probed(deps, tries - 1);
  });
}

function heardOf({ broken, entries }: Awaited<ReturnType<Station["onAir"]>>): readonly string[] {
  if (broken) return [`nothing: ${broken}`];
  return entries.map(({ startsAt, endsAt, title }) => `${clockOf(startsAt)}–${clockOf(endsAt)} ${title}`);
}

function clockOf(iso: string): string {
  return iso.slice(11, iso.endsWith(":00Z") ? 16 : 19);
}

/** What that act was refused with. */
export async function refused(act: Promise<unknown>): Promise<Problem> {
  const cause = await act.then(
    (answer) => new Error(`not refused, but ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  if (!(cause instanceof Refusal) && !(cause instanceof LibreTimeError)) throw cause;
  return cause.problem;
}

/** That the act is refused with that code, and that LibreTime is byte for byte as it was. */
export async function expectRefused(
  { station }: Pick<Given, "station">,
  code: ProblemCode,
  act: () => Promise<unknown>,
): Promise<Problem> {
  const before = await station.snapshot();
  const problem = await refused(act());
  expect(problem.code).toBe(code);
  expect(await station.snapshot()).toEqual(before);
  return problem;
}
