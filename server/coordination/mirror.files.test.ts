import { expect, test } from "vitest";
import { givenMirror, inHours, MINUTE } from "./mirror.test-kit";

const given = givenMirror();

test("however long the list of files takes, one that a slot plays is known as it is now within a minute", async () => {
  given.filesMs = 20_000;
  await given.mirror.ready();
  await given.mirror.watchFiles([{ id: 1, startsAt: inHours(100) }]);
  await given.station.put("files", { id: 1, length: "00:40:00" });
  given.told = [];
  expect(await given.asked(given.after(MINUTE))).toContain("GET /files/1");
  expect(given.mirror.files.get(1)?.length).toBe(2400);
  expect(given.told).toContainEqual({ kind: "mirror" });
  given.told = [];
  expect(await given.asked(given.after(MINUTE))).toContain("GET /files/1");
  expect(given.told).toEqual([]);
});

test("of many files those that air soonest are read in every round, the others in turn, within 5 % of the minute", async () => {
  for (let id = 2; id <= 9; id += 1)
    await given.station.put("files", { id, track_title: `Tape ${id}`, length: "01:00:00" });
  [given.filesMs, given.fileMs] = [60_000, 1_000];
  await given.mirror.ready();
  await given.mirror.watchFiles([
    ...Array.from({ length: 8 }, (_, index) => ({ id: 2 + index, startsAt: inHours(200 - index) })),
    { id: 1, startsAt: inHours(3) },
  ]);
  const round = async () => (await given.asked(given.after(MINUTE))).filter((each) => each.startsWith("GET /files/"));
  expect(await round()).toEqual(["GET /files/1", "GET /files/9", "GET /files/8", "GET /files/7"]);
  expect(await round()).toEqual(["GET /files/1", "GET /files/6", "GET /files/5", "GET /files/4"]);
});

test("a file that a window names and nobody knows is read at once; one that LibreTime does not have is asked for once a minute", async () => {
  await given.mirror.ready();
  await given.station.put("files", { id: 8, track_title: "Just uploaded", length: "00:10:00" });
  const watch = () =>
    given.mirror.watchFiles([
      { id: 8, startsAt: inHours(1) },
      { id: 99, startsAt: inHours(2) },
    ]);
  expect(await given.asked(watch)).toEqual(["GET /files/8", "GET /files/99"]);
  expect([given.mirror.files.get(8)?.title, given.mirror.isFileGone(8), given.mirror.isFileGone(99)]).toEqual([
    "Just uploaded",
    false,
    true,
  ]);
  expect(await given.asked(watch)).toEqual([]);
});

test("a file that cannot be read is not called gone", async () => {
  await given.mirror.ready();
  await given.station.fault({ route: "GET /files/*", kind: "500", times: "always" });
  await given.mirror.watchFiles([{ id: 99, startsAt: inHours(2) }]);
  expect(given.mirror.isFileGone(99)).toBe(false);
});
