import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "@/domain/time";
import { startStation, type Fault, type Station } from "@/station/station";
import { aServer } from "./a-server.test-kit";
import { createLibreTime, type LibreTime } from "./client";
import { failureOf } from "./client.suite";
import { instanceFor } from "./rows";

const KEY = "the-key-that-nobody-may-see";
const slot = { startsAt: instant(Date.UTC(2026, 10, 24, 20)), endsAt: instant(Date.UTC(2026, 10, 24, 21)) };
let station: Station;
let lt: LibreTime;

beforeEach(async () => {
  station = await startStation({ key: KEY, world: { shows: [{ name: "Jazz" }] } });
  lt = createLibreTime({ url: station.url, apiKey: KEY });
});
afterEach(() => station.close());

const write = (client = lt) => client.instances.create(instanceFor({ showId: 1, slot, now: instant(Date.now()) }));
const sent = async (): Promise<number> => (await station.requests()).length;
const saved = async (): Promise<number> => (await station.snapshot())["show-instances"].length;

describe("a write is sent once, and tells whether LibreTime may have saved it", () => {
  const cases: readonly (readonly [Omit<Fault, "route">, number, string])[] = [
    [{ kind: "cut-before" }, 0, "UND_ERR_SOCKET"],
    [{ kind: "cut-after-saving" }, 1, "UND_ERR_SOCKET"],
    [{ kind: "500" }, 0, "500, HTML"],
    [{ kind: "500-but-saved" }, 1, "500, HTML"],
    [{ kind: "html", status: 502 }, 0, "502, HTML"],
    [{ kind: "html", status: 200 }, 0, "200, HTML"],
    [{ kind: "answer", status: 201, body: { id: "seven" } }, 0, "201, unreadable at id"],
    [
      {
        kind: "answer",
        status: 201,
        body: {
          id: 7,
          show: 1,
          starts_at: "2026-11-24T20:00:00Z",
          ends_at: "2026-11-24T21:00:00Z",
          modified: false,
          created_at: "2026-11-24T12:00:00.000001Z",
        },
      },
      0,
      "201, about something else",
    ],
  ];
  test.each(cases)("%o: it may", async (fault, rows, outcome) => {
    await station.fault({ route: "POST /show-instances", ...fault });
    expect(await failureOf(write())).toMatchObject({ problemCode: "OUTCOME_UNKNOWN", maybeSaved: true, outcome });
    expect([await sent(), await saved()]).toEqual([1, rows]);
  });

  test.each([{ kind: "hang" }, { kind: "hang-after-saving" }, { kind: "delay", ms: 300 }] as const)(
    "%o: it may, after the time is up",
    async (fault) => {
      await station.fault({ route: "POST /show-instances", ...fault });
      const hasty = createLibreTime({ url: station.url, apiKey: KEY, timeoutMs: 100 });
      expect(await failureOf(write(hasty))).toMatchObject({
        problemCode: "OUTCOME_UNKNOWN",
        maybeSaved: true,
        outcome: "no answer in 0.1 s",
      });
    },
  );

  test("LibreTime said no: it did not", async () => {
    await station.fault({ route: "POST /show-instances", kind: "answer", status: 403, body: { detail: "No." } });
    expect(await failureOf(write())).toMatchObject({ problemCode: "LIBRETIME_REFUSED_KEY", maybeSaved: false });
    await station.fault({ route: "POST /show-instances", kind: "html", status: 403 });
    expect(await failureOf(write())).toMatchObject({ problemCode: "LIBRETIME_ANSWER", maybeSaved: false });
    expect(await sent()).toBe(2);
  });

  test("nobody there: it did not", async () => {
    await station.goAway();
    expect(await failureOf(write())).toMatchObject({
      problemCode: "LIBRETIME_UNREACHABLE",
      maybeSaved: false,
      outcome: "ECONNREFUSED",
    });
    const nowhere = createLibreTime({ url: "http://no.such.name.invalid", apiKey: KEY });
    expect(await failureOf(write(nowhere))).toMatchObject({
      maybeSaved: false,
      outcome: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
  });

  test("an act whose time is up sends nothing more", async () => {
    expect(await failureOf(write(lt.within({ signal: AbortSignal.abort() })))).toMatchObject({
      problemCode: "LIBRETIME_UNREACHABLE",
      maybeSaved: false,
      outcome: "no time left",
    });
    expect(await sent()).toBe(0);
  });

  test("a delete that is cut may have happened", async () => {
    await station.fault({ route: "DELETE /shows/*", kind: "cut-after-saving" });
    expect(await failureOf(lt.shows.delete(1))).toMatchObject({
      problemCode: "OUTCOME_UNKNOWN",
      message: "delete show: DELETE /shows/1 → UND_ERR_SOCKET",
    });
  });

  test("a redirection is not followed: a POST would come out as a GET", async () => {
    await using moved = await aServer((_, response) =>
      response.writeHead(301, { location: `${station.url}/api/v2/show-instances` }).end(),
    );
    expect(await failureOf(write(createLibreTime({ url: moved.url, apiKey: KEY })))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      status: 301,
      maybeSaved: false,
    });
    expect(await sent()).toBe(0);
  });
});

describe("a read", () => {
  test.each<Omit<Fault, "route">>([
    { kind: "cut-before" },
    { kind: "refuse" },
    { kind: "500" },
    { kind: "html", status: 200 },
  ])("is tried again after %o", async (fault) => {
    await station.fault({ route: "GET /shows", times: 2, ...fault });
    expect(await lt.shows.list()).toHaveLength(1);
    expect(await sent()).toBe(3);
  });

  test("is given up after three tries", async () => {
    await station.fault({ route: "GET /schedule", kind: "500", times: "always" });
    expect(await failureOf(lt.schedule.window(slot))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      status: 500,
      maybeSaved: false,
    });
    expect(await sent()).toBe(3);
  });

  test("that LibreTime refuses, or answers in another shape, is not tried again", async () => {
    await station.fault({
      route: "GET /schedule",
      kind: "answer",
      status: 200,
      body: [{ id: 1, instance: 1, starts_at: "soon" }],
    });
    expect(await failureOf(lt.schedule.window(slot))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      outcome: "200, unreadable at 0.starts_at",
    });
    await station.fault({ route: "GET /schedule", kind: "answer", status: 403, body: { detail: "No." } });
    expect(await failureOf(lt.schedule.window(slot))).toMatchObject({ problemCode: "LIBRETIME_REFUSED_KEY" });
    expect(await sent()).toBe(2);
  });

  test("is not answered by what LibreTime has under another id", async () => {
    await station.fault({
      route: "GET /shows/*",
      kind: "answer",
      status: 200,
      body: (await station.snapshot()).shows[0]!,
    });
    expect(await failureOf(lt.shows.get(2))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      outcome: "200, about something else",
    });
  });

  test("never takes longer than its time, tries and pauses included", async () => {
    await station.fault({ route: "GET /shows", kind: "hang", times: "always" });
    const began = performance.now();
    const hasty = createLibreTime({ url: station.url, apiKey: KEY, tableTimeoutMs: 200 });
    expect(await failureOf(hasty.shows.list())).toMatchObject({
      problemCode: "LIBRETIME_UNREACHABLE",
      outcome: "no answer in 0.2 s",
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("of a page at the wrong address is no absence: 404 counts only in LibreTime's own words", async () => {
    await station.fault({ route: "* *", kind: "html", status: 404, times: "always" });
    expect(await failureOf(lt.schedule.get(1))).toMatchObject({ problemCode: "LIBRETIME_ANSWER", status: 404 });
    expect(await failureOf(lt.schedule.delete(1))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      maybeSaved: false,
    });
  });

  test("ends with the act that it belongs to", async () => {
    await station.fault({ route: "GET /schedule", kind: "hang" });
    expect(await failureOf(lt.within({ signal: AbortSignal.timeout(50) }).schedule.window(slot))).toMatchObject({
      problemCode: "LIBRETIME_UNREACHABLE",
      outcome: "no time left",
    });
  });
});

test("a LibreTime before 4.3 is told as too old; a newer one is asked once", async () => {
  await using old = await startStation({ version: "4.0" });
  expect(await failureOf(createLibreTime({ url: old.url, apiKey: old.key }).probeWritableSchedule())).toMatchObject({
    problemCode: "LIBRETIME_TOO_OLD",
    maybeSaved: false,
  });
  await lt.probeWritableSchedule();
  await lt.within({ signal: AbortSignal.timeout(1000) }).probeWritableSchedule();
  expect(await sent()).toBe(1);
});

test("every request is reported with its route, and a report that fails changes nothing", async () => {
  const reports: object[] = [];
  const watched = createLibreTime({
    url: station.url,
    apiKey: KEY,
    onRequest: (report) => {
      reports.push(report);
      throw new Error("broken");
    },
  });
  expect((await watched.shows.get(1))?.name).toBe("Jazz");
  expect(reports).toEqual([
    {
      method: "GET",
      route: "/shows/{id}",
      path: "/shows/1",
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
    },
  ]);
});

test("the key is in no error, however one looks at it", async () => {
  await station.fault({ route: "GET /files", kind: "cut-before", times: "always" });
  await station.fault({
    route: "GET /info",
    kind: "answer",
    status: 200,
    body: { station_name: { authorization: `Api-Key ${KEY}` } },
  });
  await using echo = await aServer((request, response) =>
    response.writeHead(500, { "content-type": "text/html" }).end(request.headers.authorization),
  );
  const clients = [
    createLibreTime({ url: echo.url, apiKey: KEY }),
    createLibreTime({ url: station.url.replace("//", `//user:${KEY}@`), apiKey: KEY }),
    createLibreTime({ url: station.url, apiKey: `${KEY}\n` }),
    createLibreTime({ url: station.url, apiKey: `${KEY}ā` }),
  ];
  const errors = [
    ...(await Promise.all(clients.map((each) => failureOf(each.shows.list())))),
    await failureOf(lt.files.list()),
    await failureOf(lt.info()),
  ];
  for (const error of [...errors, lt, ...clients]) {
    expect(
      `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error as unknown)}`,
    ).not.toContain(KEY);
  }
});
