import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import { anInstance, everything, givenMirror, MINUTE, NOW } from "./mirror.test-kit";

const given = givenMirror();

test("the first mirror is four requests, however many wait for it", async () => {
  expect(await given.asked(() => Promise.all([given.mirror.ready(), given.mirror.ready()]))).toEqual(everything);
  expect(await given.asked(() => given.mirror.ready())).toEqual([]);
  expect(given.mirror.shows.get(1)?.name).toBe("Jazz");
  expect(given.mirror.instances.get(7)?.showId).toBe(1);
  expect(given.mirror.files.get(1)).toMatchObject({ title: "Tape", length: 3600 });
  expect(given.mirror.streams.get(1)).toMatchObject({
    id: 1,
    name: "World Service",
    description: "Relay",
    length: 3600,
  });
  expect(given.mirror.asOf).toBe(NOW);
});

test("small tables are read again each minute, not sooner", async () => {
  await given.mirror.ready();
  expect(await given.asked(given.after(MINUTE - 1))).toEqual([]);
  expect(await given.asked(given.after(1))).toEqual(everything);
});

test("a clock that was set back keeps nobody waiting until it has come so far again", async () => {
  await given.mirror.ready();
  given.now -= 60 * MINUTE;
  await given.station.put("show-instances", anInstance({ id: 10 }));
  await given.mirror.catchUp();
  expect([given.mirror.instances.has(10), given.mirror.asOf]).toEqual([true, given.now]);
  expect(await given.asked(given.after(MINUTE - 1))).toEqual([]);
});

test("a list that takes LibreTime 22 s is read every 440 s: at most 5 % of its time", async () => {
  given.listMs = 22_000;
  await given.mirror.ready();
  const began = given.mirror.asOf as number;
  given.now = began + 439_000;
  expect(await given.asked(given.mirror.catchUp)).not.toContain("GET /show-instances");
  given.now = began + 440_000;
  expect(await given.asked(given.mirror.catchUp)).toContain("GET /show-instances");
});

test("however long the list takes, a new foreign instance is known within a minute, by its id alone", async () => {
  given.listMs = 22_000;
  await given.mirror.ready();
  given.now = (given.mirror.asOf as number) + MINUTE;
  await given.mirror.catchUp();
  await given.station.put("show-instances", anInstance({ id: 10 }));
  given.told = [];
  const requests = await given.asked(given.after(MINUTE));
  expect(given.mirror.instances.has(10)).toBe(true);
  expect(given.told).toEqual([{ kind: "mirror" }]);
  expect(requests).not.toContain("GET /show-instances");
  expect(requests.filter((each) => each.startsWith("GET /show-instances/"))).toEqual(
    Array.from({ length: 23 }, (_, i) => `GET /show-instances/${8 + i}`),
  );
});

test("an id met in a window does not hide the ids below it", async () => {
  given.listMs = 22_000;
  await given.mirror.ready();
  for (const id of [8, 60]) await given.station.put("show-instances", anInstance({ id }));
  await given.mirror.learnInstance(60);
  given.now = (given.mirror.asOf as number) + MINUTE;
  await given.mirror.catchUp();
  expect([...given.mirror.instances.keys()].toSorted((a, b) => a - b)).toEqual([7, 8, 60]);
});

test("a batch of ours that was undone leaves a hole that is no end: what somebody makes above it is known within a minute, and the hole is not asked for", async () => {
  given.listMs = 22_000;
  await given.mirror.ready();
  for (let id = 8; id <= 40; id += 1)
    given.mirror.remember({
      instance: {
        id,
        showId: 1,
        startsAt: instant(NOW),
        endsAt: instant(NOW + MINUTE),
        modified: false,
        createdAt: "2026-11-24T12:00:00.000001Z",
      },
    });
  for (let id = 8; id <= 40; id += 1) given.mirror.forget({ instance: id });
  await given.station.put("show-instances", anInstance({ id: 41 }));
  given.now = (given.mirror.asOf as number) + MINUTE;
  const requests = await given.asked(given.mirror.catchUp);
  expect([...given.mirror.instances.keys()]).toEqual([7, 41]);
  expect(requests.filter((each) => each.startsWith("GET /show-instances/"))).toEqual(
    Array.from({ length: 21 }, (_, i) => `GET /show-instances/${41 + i}`),
  );
});

test("between two lists the instances of the coming days are read again, moved ones and deleted ones are noticed", async () => {
  given.listMs = 22_000;
  await given.station.put("show-instances", anInstance({ id: 1, inHours: 2 }));
  await given.station.put("show-instances", anInstance({ id: 2, inHours: 3 }));
  await given.mirror.ready();
  await given.station.put("show-instances", anInstance({ id: 1, inHours: 5 }));
  await given.station.remove("show-instances", 2);
  given.now = (given.mirror.asOf as number) + MINUTE;
  const requests = await given.asked(given.mirror.catchUp);
  expect(given.mirror.instances.get(1)?.startsAt).toBe(NOW + 5 * 60 * MINUTE);
  expect(given.mirror.instances.has(2)).toBe(false);
  expect(requests).not.toContain("GET /show-instances/7");
});

test("what our own writes made and deleted is known at once", async () => {
  await given.mirror.ready();
  const made = {
    id: 99,
    showId: 1,
    startsAt: instant(NOW),
    endsAt: instant(NOW + MINUTE),
    modified: false,
    createdAt: "2026-11-24T12:00:00.000001Z",
  };
  given.mirror.remember({ instance: made, show: { id: 2, name: "Soul", description: "", live: false, colour: null } });
  given.mirror.forget({ instance: 7, show: 1 });
  expect([...given.mirror.instances.keys()]).toEqual([99]);
  expect([...given.mirror.shows.keys()]).toEqual([2]);
});

test("an unknown id is read singly and kept; one that LibreTime does not have is null", async () => {
  await given.mirror.ready();
  await given.station.put("show-instances", anInstance({ id: 8 }));
  expect(await given.asked(() => given.mirror.learnInstance(8))).toEqual(["GET /show-instances/8"]);
  expect(given.mirror.instances.get(8)?.id).toBe(8);
  expect(await given.mirror.learnInstance(9)).toBeNull();
});

test("instances of a window are those that share a moment with it", async () => {
  await given.station.given({
    shows: [{ name: "Jazz" }],
    "show-instances": [0, 1, 2].map((inHours) => anInstance({ inHours })),
  });
  await given.mirror.ready();
  const window = { startsAt: instant(NOW + 60 * MINUTE), endsAt: instant(NOW + 120 * MINUTE) };
  expect(given.mirror.instancesIn(window).map(({ id }) => id)).toEqual([2]);
});

test("it is news when LibreTime's tables changed, and only then", async () => {
  await given.mirror.ready();
  given.told = [];
  await given.mirror.refresh();
  expect(given.told).toEqual([]);
  await given.station.put("files", { id: 1, track_title: "Other title" });
  await given.mirror.refresh();
  expect(given.told).toEqual([{ kind: "mirror" }]);
});

test("a started mirror reads by itself, and a stopped one no more", async () => {
  given.mirror.start();
  while (given.mirror.asOf === null || given.mirror.streams.size === 0) await new Promise(setImmediate);
  given.mirror.stop();
  expect(await given.asked(given.after(0))).toEqual([]);
});

test("a LibreTime that was restored and counts on from its backup is read whole within two minutes, at any size", async () => {
  given.listMs = 22_000;
  for (let id = 8; id <= 12; id += 1) await given.station.put("show-instances", anInstance({ id, inHours: 2 }));
  await given.mirror.ready();
  for (let id = 8; id <= 12; id += 1) await given.station.remove("show-instances", id);
  given.now = (given.mirror.asOf as number) + MINUTE;
  await given.mirror.catchUp();
  expect([...given.mirror.instances.keys()]).toEqual([7]);
  for (let id = 8; id <= 9; id += 1) await given.station.put("show-instances", anInstance({ id, inHours: 2 }));
  given.now += MINUTE + 1_000;
  await given.mirror.catchUp();
  await given.mirror.catchUp();
  expect([...given.mirror.instances.keys()].toSorted((a, b) => a - b)).toEqual([7, 8, 9]);
});
