import { afterEach, beforeEach, expect, test } from "vitest";
import { instant } from "@/domain/time";
import { createLibreTime } from "@/server/libretime/client";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { startStation, type GivenRow, type Station } from "@/station/station";
import { createMirror, type Mirror } from "./mirror";
import type { NewsEvent } from "./news";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 12);
let station: Station;
let mirror: Mirror;
let now: number;
/** What a whole list of instances takes, by the mirror's clock. */
let listMs: number;
/** The same for the files, and for one of them. */
let [filesMs, fileMs]: [number, number] = [0, 0];
let told: NewsEvent[];

beforeEach(async () => {
  [now, listMs, told] = [NOW, 0, []];
  [filesMs, fileMs] = [0, 0];
  station = await startStation({
    world: {
      shows: [{ name: "Jazz" }],
      files: [{ name: "Tape", length: "01:00:00" }],
      webstreams: [
        { name: "World Service", description: "Relay", url: "https://relay.example.org", length: "01:00:00", owner: 1 },
      ],
      "show-instances": [anInstance({ id: 7 })],
    },
  });
  mirror = aMirror(station.key);
});
afterEach(() => station.close());

function aMirror(apiKey: string): Mirror {
  const takes = (path: string): number =>
    path === "/show-instances" ? listMs : path === "/files" ? filesMs : path.startsWith("/files/") ? fileMs : 0;
  const onRequest = ({ path }: { path: string; method: string }): void => void (now += takes(path));
  return createMirror({
    libretime: createLibreTime({ url: station.url, apiKey, onRequest }),
    now: () => now,
    news: { publish: (event) => told.push(event) },
  });
}

/** An instance of an hour, so many hours from now. */
function anInstance({ inHours = 24 * 30, ...row }: GivenRow & { readonly inHours?: number } = {}): GivenRow {
  const at = (hours: number): string => new Date(NOW + hours * 60 * MINUTE).toISOString();
  return { show: 1, starts_at: at(inHours), ends_at: at(inHours + 1), ...row };
}

/** What the mirror asked for in that time. */
async function asked(act: () => Promise<unknown>): Promise<string[]> {
  await station.clearRequests();
  await act();
  return (await station.requests()).map(({ method, path }) => `${method} ${path.replace("/api/v2", "")}`);
}

const after = (ms: number) => () => ((now += ms), mirror.catchUp());
const everything = ["GET /shows", "GET /show-instances", "GET /files", "GET /webstreams"];

test("the first mirror is four requests, however many wait for it", async () => {
  expect(await asked(() => Promise.all([mirror.ready(), mirror.ready()]))).toEqual(everything);
  expect(await asked(() => mirror.ready())).toEqual([]);
  expect(mirror.shows.get(1)?.name).toBe("Jazz");
  expect(mirror.instances.get(7)?.showId).toBe(1);
  expect(mirror.files.get(1)).toMatchObject({ title: "Tape", length: 3600 });
  expect(mirror.streams.get(1)).toMatchObject({ id: 1, name: "World Service", description: "Relay", length: 3600 });
  expect(mirror.asOf).toBe(NOW);
});

test("small tables are read again each minute, not sooner", async () => {
  await mirror.ready();
  expect(await asked(after(MINUTE - 1))).toEqual([]);
  expect(await asked(after(1))).toEqual(everything);
});

test("a clock that was set back keeps nobody waiting until it has come so far again", async () => {
  await mirror.ready();
  now -= 60 * MINUTE;
  await station.put("show-instances", anInstance({ id: 10 }));
  await mirror.catchUp();
  expect([mirror.instances.has(10), mirror.asOf]).toEqual([true, now]);
  expect(await asked(after(MINUTE - 1))).toEqual([]);
});

test("a list that takes LibreTime 22 s is read every 440 s: at most 5 % of its time", async () => {
  listMs = 22_000;
  await mirror.ready();
  const began = mirror.asOf as number;
  now = began + 439_000;
  expect(await asked(mirror.catchUp)).not.toContain("GET /show-instances");
  now = began + 440_000;
  expect(await asked(mirror.catchUp)).toContain("GET /show-instances");
});

test("however long the list takes, a new foreign instance is known within a minute, by its id alone", async () => {
  listMs = 22_000;
  await mirror.ready();
  now = (mirror.asOf as number) + MINUTE;
  await mirror.catchUp();
  await station.put("show-instances", anInstance({ id: 10 }));
  told = [];
  const requests = await asked(after(MINUTE));
  expect(mirror.instances.has(10)).toBe(true);
  expect(told).toEqual([{ kind: "mirror" }]);
  expect(requests).not.toContain("GET /show-instances");
  expect(requests.filter((each) => each.startsWith("GET /show-instances/"))).toEqual(
    Array.from({ length: 23 }, (_, i) => `GET /show-instances/${8 + i}`),
  );
});

test("an id met in a window does not hide the ids below it", async () => {
  listMs = 22_000;
  await mirror.ready();
  for (const id of [8, 60]) await station.put("show-instances", anInstance({ id }));
  await mirror.learnInstance(60);
  now = (mirror.asOf as number) + MINUTE;
  await mirror.catchUp();
  expect([...mirror.instances.keys()].toSorted((a, b) => a - b)).toEqual([7, 8, 60]);
});

test("a batch of ours that was undone leaves a hole that is no end: what somebody makes above it is known within a minute, and the hole is not asked for", async () => {
  listMs = 22_000;
  await mirror.ready();
  for (let id = 8; id <= 40; id += 1)
    mirror.remember({
      instance: {
        id,
        showId: 1,
        startsAt: instant(NOW),
        endsAt: instant(NOW + MINUTE),
        modified: false,
        createdAt: "2026-11-24T12:00:00.000001Z",
      },
    });
  for (let id = 8; id <= 40; id += 1) mirror.forget({ instance: id });
  await station.put("show-instances", anInstance({ id: 41 }));
  now = (mirror.asOf as number) + MINUTE;
  const requests = await asked(mirror.catchUp);
  expect([...mirror.instances.keys()]).toEqual([7, 41]);
  expect(requests.filter((each) => each.startsWith("GET /show-instances/"))).toEqual(
    Array.from({ length: 21 }, (_, i) => `GET /show-instances/${41 + i}`),
  );
});

test("between two lists the instances of the coming days are read again, moved ones and deleted ones are noticed", async () => {
  listMs = 22_000;
  await station.put("show-instances", anInstance({ id: 1, inHours: 2 }));
  await station.put("show-instances", anInstance({ id: 2, inHours: 3 }));
  await mirror.ready();
  await station.put("show-instances", anInstance({ id: 1, inHours: 5 }));
  await station.remove("show-instances", 2);
  now = (mirror.asOf as number) + MINUTE;
  const requests = await asked(mirror.catchUp);
  expect(mirror.instances.get(1)?.startsAt).toBe(NOW + 5 * 60 * MINUTE);
  expect(mirror.instances.has(2)).toBe(false);
  expect(requests).not.toContain("GET /show-instances/7");
});

const inHours = (hours: number) => instant(NOW + hours * 60 * MINUTE);

test("however long the list of files takes, one that a slot plays is known as it is now within a minute", async () => {
  filesMs = 20_000;
  await mirror.ready();
  await mirror.watchFiles([{ id: 1, startsAt: inHours(100) }]);
  await station.put("files", { id: 1, length: "00:40:00" });
  told = [];
  expect(await asked(after(MINUTE))).toContain("GET /files/1");
  expect(mirror.files.get(1)?.length).toBe(2400);
  expect(told).toContainEqual({ kind: "mirror" });
  told = [];
  expect(await asked(after(MINUTE))).toContain("GET /files/1");
  expect(told).toEqual([]);
});

test("of many files those that air soonest are read in every round, the others in turn, within 5 % of the minute", async () => {
  for (let id = 2; id <= 9; id += 1) await station.put("files", { id, track_title: `Tape ${id}`, length: "01:00:00" });
  [filesMs, fileMs] = [60_000, 1_000];
  await mirror.ready();
  await mirror.watchFiles([
    ...Array.from({ length: 8 }, (_, index) => ({ id: 2 + index, startsAt: inHours(200 - index) })),
    { id: 1, startsAt: inHours(3) },
  ]);
  const round = async () => (await asked(after(MINUTE))).filter((each) => each.startsWith("GET /files/"));
  expect(await round()).toEqual(["GET /files/1", "GET /files/9", "GET /files/8", "GET /files/7"]);
  expect(await round()).toEqual(["GET /files/1", "GET /files/6", "GET /files/5", "GET /files/4"]);
});

test("a file that a window names and nobody knows is read at once; one that LibreTime does not have is asked for once a minute", async () => {
  await mirror.ready();
  await station.put("files", { id: 8, track_title: "Just uploaded", length: "00:10:00" });
  const watch = () =>
    mirror.watchFiles([
      { id: 8, startsAt: inHours(1) },
      { id: 99, startsAt: inHours(2) },
    ]);
  expect(await asked(watch)).toEqual(["GET /files/8", "GET /files/99"]);
  expect([mirror.files.get(8)?.title, mirror.isFileGone(8), mirror.isFileGone(99)]).toEqual([
    "Just uploaded",
    false,
    true,
  ]);
  expect(await asked(watch)).toEqual([]);
});

test("a file that cannot be read is not called gone", async () => {
  await mirror.ready();
  await station.fault({ route: "GET /files/*", kind: "500", times: "always" });
  await mirror.watchFiles([{ id: 99, startsAt: inHours(2) }]);
  expect(mirror.isFileGone(99)).toBe(false);
});

test("what our own writes made and deleted is known at once", async () => {
  await mirror.ready();
  const made = {
    id: 99,
    showId: 1,
    startsAt: instant(NOW),
    endsAt: instant(NOW + MINUTE),
    modified: false,
    createdAt: "2026-11-24T12:00:00.000001Z",
  };
  mirror.remember({ instance: made, show: { id: 2, name: "Soul", description: "", live: false, colour: null } });
  mirror.forget({ instance: 7, show: 1 });
  expect([...mirror.instances.keys()]).toEqual([99]);
  expect([...mirror.shows.keys()]).toEqual([2]);
});

test("an unknown id is read singly and kept; one that LibreTime does not have is null", async () => {
  await mirror.ready();
  await station.put("show-instances", anInstance({ id: 8 }));
  expect(await asked(() => mirror.learnInstance(8))).toEqual(["GET /show-instances/8"]);
  expect(mirror.instances.get(8)?.id).toBe(8);
  expect(await mirror.learnInstance(9)).toBeNull();
});

test("instances of a window are those that share a moment with it", async () => {
  await station.given({
    shows: [{ name: "Jazz" }],
    "show-instances": [0, 1, 2].map((inHours) => anInstance({ inHours })),
  });
  await mirror.ready();
  const window = { startsAt: instant(NOW + 60 * MINUTE), endsAt: instant(NOW + 120 * MINUTE) };
  expect(mirror.instancesIn(window).map(({ id }) => id)).toEqual([2]);
});

test("five minutes without news refuse planning, with the code of the cause, and end with the next good look", async () => {
  await mirror.ready();
  await station.goAway();
  now += 5 * MINUTE;
  await mirror.catchUp();
  expect(mirror.problem(now)).toBeNull();
  expect(mirror.freshness()).toMatchObject({ seenAt: NOW, failure: { problemCode: "LIBRETIME_UNREACHABLE" } });
  expect(mirror.problem(now + 1)).toEqual({
    code: "LIBRETIME_UNREACHABLE",
    what: "list instances: GET /show-instances → ECONNREFUSED",
  });
  await station.comeBack();
  now += 10_000;
  await mirror.catchUp();
  expect(mirror.problem(now)).toBeNull();
  expect(mirror.freshness()).toEqual({ seenAt: now });
});

test("a mirror that never saw LibreTime refuses planning with the cause", async () => {
  const refused = aMirror("another-key");
  expect(refused.problem(now)?.code).toBe("LIBRETIME_UNREACHABLE");
  await expect(refused.ready()).rejects.toBeInstanceOf(LibreTimeError);
  await refused.refresh().catch(() => undefined);
  await refused.catchUp();
  expect(refused.problem(now)?.code).toBe("LIBRETIME_REFUSED_KEY");
});

test("who waits for the first mirror hears at once that LibreTime is away, and the next one is served when it is back", async () => {
  await station.goAway();
  await expect(mirror.ready()).rejects.toMatchObject({ problemCode: "LIBRETIME_UNREACHABLE" });
  await station.comeBack();
  await mirror.ready();
  expect(mirror.instances.size).toBe(1);
});

test("it is news when LibreTime's tables changed, and only then", async () => {
  await mirror.ready();
  told = [];
  await mirror.refresh();
  expect(told).toEqual([]);
  await station.put("files", { id: 1, track_title: "Other title" });
  await mirror.refresh();
  expect(told).toEqual([{ kind: "mirror" }]);
});

test("a failure in the background is told once, as long as it is the same", async () => {
  const said: unknown[] = [];
  const watched = createMirror({
    libretime: createLibreTime({ url: station.url, apiKey: "another-key" }),
    now: () => now,
    onFailure: (error) => said.push(error),
  });
  for (let round = 0; round < 3; round += 1) await watched.catchUp().then(() => (now += MINUTE));
  expect(said.map((error) => (error as Error).message)).toEqual([
    "list shows: GET /shows → 403",
    "list instances: GET /show-instances → 403",
    "list files: GET /files → 403",
    "list webstreams: GET /webstreams → 403",
  ]);
});

test("a started mirror reads by itself, and a stopped one no more", async () => {
  mirror.start();
  while (mirror.asOf === null || mirror.streams.size === 0) await new Promise(setImmediate);
  mirror.stop();
  expect(await asked(after(0))).toEqual([]);
});

test("a LibreTime that was restored and counts on from its backup is read whole within two minutes, at any size", async () => {
  listMs = 22_000;
  for (let id = 8; id <= 12; id += 1) await station.put("show-instances", anInstance({ id, inHours: 2 }));
  await mirror.ready();
  for (let id = 8; id <= 12; id += 1) await station.remove("show-instances", id);
  now = (mirror.asOf as number) + MINUTE;
  await mirror.catchUp();
  expect([...mirror.instances.keys()]).toEqual([7]);
  for (let id = 8; id <= 9; id += 1) await station.put("show-instances", anInstance({ id, inHours: 2 }));
  now += MINUTE + 1_000;
  await mirror.catchUp();
  await mirror.catchUp();
  expect([...mirror.instances.keys()].toSorted((a, b) => a - b)).toEqual([7, 8, 9]);
});
