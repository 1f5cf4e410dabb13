import { instant } from "@/domain/time";
import { startStation } from "@/station/station";
import { bareRequests, slotMs } from "./bench/bare";
import { startPlanner, type Planner } from "./bench/planner";
import { compared, median, ms, timed } from "./bench/side-by-side";
import { waysOutCosts } from "./bench/ways-out";
import { comingWeek, freeTimes, stationOf } from "./bench/world";

/** `npm run bench`: what planning costs beside what it costs LibreTime anyway, both in one run and in turns. */
const week = 7 * 86_400_000;
/** What a real LibreTime 4.5 took for a request, and for each row of a window beside it: `npm run bench -- --pace`. */
const pace = process.argv.includes("--pace") ? { requestMs: 12, rowMs: 0.2 } : undefined;
const station = await startStation({ world: stationOf(5_000, Date.now()), ...(pace && { pace }) });
const planner = await startPlanner(station);
const { planOne } = await import("@/server/schedule/plan-one");
const { unplanOne } = await import("@/server/schedule/unplan-one");
const { moveOne } = await import("@/server/schedule/move-one");
const { arrangeMany } = await import("@/server/schedule/plan-many");
const { listSlots } = await import("@/server/schedule/list-slots");
const { stationReport } = await import("@/server/schedule/fingerprint/report");
const { confirmStation } = await import("@/server/schedule/fingerprint/confirm");

const span = (at: number) => ({ scheduledAt: instant(at), scheduledEnd: instant(at + slotMs) });
const plan = ({ deps, actor, showId, episodeId }: Planner, at: number) =>
  planOne(deps, actor, { showId, episodeId, ...span(at) });
const unplan = ({ deps, actor, episodeId }: Planner, at: number) =>
  unplanOne(deps, actor, { episodeId, scheduledAt: instant(at) });

console.log(`Node ${process.versions.node}. Medians, in one process with the station; ours against bare requests.`);
console.log(
  pace
    ? `LibreTime's pace: ${pace.requestMs} ms a request, ${pace.rowMs} ms a row of a list.`
    : "The bare station's pace; LibreTime's own by --pace.",
);
await warmUp();
for (const rows of [5_000, 100_000]) await measure(rows);
await costs();
proposals();
await batch();
await planner.close();
await station.close();

/** A table that is suddenly twenty times as long is given up five times before it gets more time. */
async function readMirror(): Promise<void> {
  for (let givenUp = 0; ; givenUp += 1) {
    try {
      await planner.deps.mirror.refresh();
      return;
    } catch (error) {
      if (givenUp === 5) throw error;
    }
  }
}

/** Another world is another LibreTime, on which nothing is planned before somebody takes it for ours. */
async function confirm({ deps, actor }: Planner): Promise<void> {
  const { change, token } = await stationReport(deps, actor);
  if (change) await confirmStation(deps, actor, { token });
}

async function warmUp(): Promise<void> {
  const [first] = freeTimes(Date.now());
  await plan(planner, first!);
  await unplan(planner, first!);
}

async function measure(rows: number): Promise<void> {
  const now = Date.now();
  const world = stationOf(rows, now);
  await station.given({ ...world, shows: (await station.snapshot()).shows as never });
  const mirror = await timed(readMirror);
  await confirm(planner);
  const bare = bareRequests(station);
  const [plans, barePlans, weeks, bareWeeks, seenWeeks]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const at of freeTimes(now).slice(0, 40)) {
    plans.push((await timed(() => plan(planner, at))).ms);
    await unplan(planner, at);
    const made = await timed(() => bare.plan(at));
    barePlans.push(made.ms);
    await bare.unplan(made.result);
  }
  const from = comingWeek(now);
  for (let round = 0; round < 40; round += 1) {
    planner.deps.windows.drop();
    const list = () => listSlots(planner.deps, { from: instant(from), to: instant(from + week) });
    weeks.push((await timed(list)).ms);
    seenWeeks.push((await timed(list)).ms);
    bareWeeks.push((await timed(() => bare.window(from, from + week))).ms);
  }
  console.log(
    `\n${rows.toLocaleString("en")} rows in LibreTime (whole tables read in ${ms(mirror.ms)}, in the background):`,
  );
  console.log(compared("a plan, against its four requests", plans, barePlans));
  console.log(compared("listSlots of a week, against its window", weeks, bareWeeks));
  console.log(`  ${"listSlots of the same week again".padEnd(44)}${ms(median(seenWeeks)).padStart(10)}`);
}

/** What a refusal costs the browser: every way out of it, proposed in a full week. */
function proposals(): void {
  console.log("\nWays out of a conflict, in a week of that many slots:");
  for (const count of [50, 200, 500]) {
    const { oneMs, manyMs, many } = waysOutCosts(count, comingWeek(Date.now()));
    console.log(
      `  ${`${count} slots, one collision`.padEnd(44)}${ms(oneMs).padStart(10)}  and with ${many}: ${ms(manyMs)}`,
    );
  }
}

/** Two hundred plans as one act, against two hundred bare pairs of requests, one after the other. */
async function batch(): Promise<void> {
  const bare = bareRequests(station);
  const { deps, actor, showId, episodeId } = planner;
  const later = comingWeek(Date.now()) + 2 * week;
  const starts = Array.from({ length: 200 }, (_, index) => later + index * 3_600_000);
  const [ours, pairs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    const changes = starts.map((at) => ({
      showId,
      episodeId,
      to: { startsAt: instant(at), endsAt: instant(at + slotMs) },
    }));
    const planned = await timed(() => arrangeMany(deps, actor, { changes, mode: "all" }));
    ours.push(planned.ms);
    await arrangeMany(deps, actor, {
      changes: planned.result.placed.map(({ slotId }) => ({ slotId, to: null })),
      mode: "all",
    });
    const made = await timed(async () => {
      const all = [];
      for (const at of starts) all.push(await bare.pair(at));
      return all;
    });
    pairs.push(made.ms);
    for (const each of made.result) await bare.unplan(each);
  }
  console.log("\nTwo hundred plans in one act:");
  console.log(compared("against two hundred pairs of requests", ours, pairs));
}

/** What each act asks of LibreTime. */
async function costs(): Promise<void> {
  const [at = 0, other = 0] = freeTimes(Date.now());
  const { deps, actor } = planner;
  console.log("\nRequests to LibreTime and bytes of their answers, per act:");
  const planned = await cost("plan", () => plan(planner, at));
  await cost("plan that is there already", () => plan(planner, at));
  await cost("plan into taken time", () => plan(planner, at - 3_600_000).catch(() => undefined));
  await cost("move", () => moveOne(deps, actor, { slotId: (planned as { slotId: string }).slotId, ...span(other) }));
  await cost("unplan", () => unplan(planner, other));
  deps.windows.drop();
  await cost("listSlots of a week", () =>
    listSlots(deps, { from: instant(comingWeek(Date.now())), to: instant(comingWeek(Date.now()) + week) }),
  );
}

async function cost<T>(name: string, act: () => Promise<T>): Promise<T> {
  await station.clearRequests();
  const result = await act();
  const requests = await station.requests();
  const bytes = requests.reduce((sum, request) => sum + request.bytesOut, 0);
  const routes = requests.map(
    ({ method, path }) =>
      `${method} ${path
        .replace(/^\/api\/v2/, "")
        .replace(/\?.*/, "?window")
        .replace(/\d+/, "{id}")}`,
  );
  console.log(
    `  ${name.padEnd(28)}${String(requests.length).padStart(3)} requests ${String(bytes).padStart(8)} B   ${routes.join(", ")}`,
  );
  return result;
}
