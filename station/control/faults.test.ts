import { expect, test } from "vitest";

import { startStation } from "../station";
import type { Fault, Station } from "../station";

const show = {
  name: "Kiln",
  linked: false,
  linkable: true,
  auto_playlist_enabled: false,
  auto_playlist_repeat: false,
  override_intro_playlist: false,
  override_outro_playlist: false,
};

/** What a client gets: the status, or "no answer". */
async function postShow(station: Station, patienceMs = 5000): Promise<number | "no answer"> {
  const headers = { authorization: `Api-Key ${station.key}`, "content-type": "application/json" };
  const asked = fetch(`${station.url}/api/v2/shows`, {
    method: "POST",
    headers,
    body: JSON.stringify(show),
    signal: AbortSignal.timeout(patienceMs),
  });
  return asked.then(
    (response) => response.status,
    () => "no answer" as const,
  );
}

const savedShows = async (station: Station): Promise<number> => (await station.snapshot()).shows.length;

const cases: readonly (readonly [Omit<Fault, "route">, number | "no answer", number])[] = [
  [{ kind: "refuse" }, "no answer", 0],
  [{ kind: "cut-before" }, "no answer", 0],
  [{ kind: "cut-after-saving" }, "no answer", 1],
  [{ kind: "html" }, 502, 0],
  [{ kind: "html", status: 504 }, 504, 0],
  [{ kind: "500" }, 500, 0],
  [{ kind: "500-but-saved" }, 500, 1],
  [{ kind: "delay", ms: 20 }, 201, 1],
  [{ kind: "answer", status: 403, body: { detail: "no" } }, 403, 0],
];

test.each(cases)("%o: the client gets %s, and %i is saved", async (fault, answer, saved) => {
  await using station = await startStation();
  await station.fault({ route: "POST /shows", ...fault });
  expect(await postShow(station)).toBe(answer);
  expect(await savedShows(station)).toBe(saved);
  expect(await station.requests()).toMatchObject([
    { method: "POST", fault: fault.kind, status: answer === "no answer" ? null : answer },
  ]);
});

test("a request that hangs is not saved, one that hangs after saving is", async () => {
  await using station = await startStation();
  await station.fault({ route: "POST /shows", kind: "hang" });
  await station.fault({ route: "POST /shows", kind: "hang-after-saving", nth: 2 });
  expect(await postShow(station, 100)).toBe("no answer");
  expect(await savedShows(station)).toBe(0);
  expect(await postShow(station, 100)).toBe("no answer");
  expect(await savedShows(station)).toBe(1);
});

test("a delayed write is saved although its client has gone", async () => {
  await using station = await startStation();
  await station.fault({ route: "POST /shows", kind: "delay", ms: 150 });
  expect(await postShow(station, 50)).toBe("no answer");
  expect(await savedShows(station)).toBe(0);
  await expect.poll(() => savedShows(station)).toBe(1);
});

test("somebody else is faster by just one row", async () => {
  await using station = await startStation();
  await station.fault({ route: "POST /shows", kind: "meanwhile", put: [{ table: "shows", row: { name: "Theirs" } }] });
  expect(await postShow(station)).toBe(201);
  expect((await station.snapshot()).shows).toMatchObject([
    { id: 1, name: "Theirs" },
    { id: 2, name: "Kiln" },
  ]);
});

test("a fault hits the nth matching call and as many after it as it says", async () => {
  await using station = await startStation();
  await station.fault({ route: "POST /shows", kind: "500", nth: 2, times: 2 });
  expect([await postShow(station), await postShow(station), await postShow(station), await postShow(station)]).toEqual([
    201, 500, 500, 201,
  ]);
  await station.fault({ route: "* *", kind: "500", times: "always" });
  expect([await postShow(station), await postShow(station)]).toEqual([500, 500]);
  await station.clearFaults();
  expect(await postShow(station)).toBe(201);
});

test("a route's star stands for one segment", async () => {
  await using station = await startStation({ world: { shows: [{ id: 1, name: "Kiln" }] } });
  await station.fault({ route: "GET /shows/*", kind: "500", times: "always" });
  const status = async (path: string): Promise<number> =>
    (await fetch(`${station.url}/api/v2${path}`, { headers: { authorization: `Api-Key ${station.key}` } })).status;
  expect(await status("/shows/1?x=1")).toBe(500);
  expect(await status("/shows")).toBe(200);
});

test("a route without a method is refused", async () => {
  await using station = await startStation();
  await expect(station.fault({ route: "/shows", kind: "500" })).rejects.toThrow("METHOD /path");
});

test("a station that has gone away refuses connections, and comes back at its address", async () => {
  await using station = await startStation();
  const before = station.url;
  await station.goAway();
  await expect(fetch(`${station.url}/api/v2/version`)).rejects.toThrow();
  await station.comeBack();
  expect(station.url).toBe(before);
  expect((await fetch(`${station.url}/api/v2/version`)).status).toBe(200);
});
