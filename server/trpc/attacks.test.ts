import {
  answer,
  givenDoors,
  requestTo,
  resultIn,
  trpc,
  wish,
  type Answered,
  type Sent,
} from "@/server/rest/doors.test-kit";
import { expect, test } from "vitest";
import { GET, POST } from "@/app/api/trpc/[trpc]/route";
import { payloadRest } from "@/server/cms/rest-gate";

const post = (path: string, sent: Sent): Promise<Answered> =>
  answer(POST(requestTo(`/api/trpc/${path}`, "POST", sent)));
const get = (path: string, sent: Sent = {}): Promise<Answered> =>
  answer(GET(requestTo(`/api/trpc/${path}`, "GET", sent)));
const batch = (name: string, length: number) => `${Array<string>(length).fill(name).join(",")}?batch=1`;

/** It is refused with a problem, and neither with ours nor with a stack. */
function expectRefused([status, body]: Answered): void {
  const told = JSON.stringify(body);
  expect({ status, told }).toMatchObject({
    status: expect.toSatisfy((code: number) => code >= 400 && code < 500),
    told: expect.not.stringMatching(/stack|node_modules|\.ts:|INTERNAL/),
  });
  expect(told).toContain('"problem":{"code"');
}

test("a batch of eleven calls is refused whole, and one of ten plans once", async () => {
  await using given = await givenDoors();
  const inputs = (length: number) => Object.fromEntries(Array.from({ length }, (_, index) => [index, wish(given)]));
  expectRefused(await post(batch("planOne", 11), { body: inputs(11) }));
  expect(await given.slots()).toEqual([]);
  const [status, answers] = await post(batch("planOne", 10), { body: inputs(10) });
  expect([status, (answers as unknown as unknown[]).length]).toEqual([200, 10]);
  expect([await given.slots(), (await given.station.snapshot()).schedule]).toMatchObject([[{}], [{}]]);
});

test("every call of a stranger's batch is refused", async () => {
  await using given = await givenDoors();
  const [status, answers] = await post(batch("planOne", 10), { who: "nobody", body: { 0: wish(given) } });
  expect([
    status,
    new Set((answers as unknown as { error: { data: { code: string } } }[]).map(({ error }) => error.data.code)),
  ]).toEqual([401, new Set(["UNAUTHORIZED"])]);
});

test.each([
  "__proto__",
  "constructor",
  "planOne.__proto__",
  "library.toString",
  "library",
  "",
  ",,,?batch=1",
  "%E0%A4%A",
  "planOne%00",
])("%s is no procedure", async (path) => {
  await using _ = await givenDoors();
  expectRefused(await post(path, { body: {} }));
});

test.each([
  ["application/x-www-form-urlencoded", "a=b"],
  ["text/plain", "{}"],
  ["multipart/form-data; boundary=x", "--x\r\nbroken"],
  ["multipart/form-data", "--x"],
  ["application/octet-stream", "abc"],
  ["text/xml", "<x/>"],
  ["application/json", "[".repeat(50_000)],
  ["application/json", `"${"x".repeat(5_000_000)}"`],
])("a body of %s is none", async (type, body) => {
  await using given = await givenDoors();
  expectRefused(await post("planOne", { body, headers: { "content-type": type } }));
  expect(await given.slots()).toEqual([]);
});

test("a change is asked for by POST, whatever else the request says it is", async () => {
  await using given = await givenDoors();
  const input = encodeURIComponent(JSON.stringify(wish(given)));
  expectRefused(await get(`planOne?input=${input}`));
  expectRefused(await get(`planOne?input=${input}&_method=POST`, { headers: { "x-http-method-override": "POST" } }));
  expectRefused(await get("listSlots,listSlots?batch=1&input=null"));
  expectRefused(await get("station.status?connectionParams=%7B"));
  expect(await given.slots()).toEqual([]);
});

test("keys that would become a prototype become nothing", async () => {
  await using _ = await givenDoors();
  expectRefused(
    await trpc("planOne", {
      body: '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},"showId":"a"}',
    }),
  );
  expect({}).not.toHaveProperty("role");
});

test("whatever is done to the programme through Payload sends LibreTime nothing", async () => {
  await using given = await givenDoors();
  // Payload asks the real clock whether a slot is still to come.
  const planned = await trpc("planOne", {
    body: wish(given, { scheduledAt: "2036-11-24T20:00:00Z", scheduledEnd: "2036-11-24T21:00:00Z" }),
  });
  const { slotId } = resultIn(planned) as { slotId: string };
  const [station, slots] = [await given.station.snapshot(), await given.slots()];
  await given.station.clearRequests();
  const ask = async (method: string, address: string, body?: object) =>
    (await payloadRest(requestTo(`/api${address}`, method, { who: "admin", ...(body && { body }) }))).status;
  expect([
    await ask("PATCH", `/shows/${given.shows.tapes}`, { description: "changed", libretimeShowId: 2 }),
    await ask("PATCH", `/episodes/${given.episodes.night1}`, { description: "changed" }),
    await ask("PATCH", `/slots/${slotId}`, { title: "x" }),
    await ask("DELETE", `/slots/${slotId}`),
    await ask("DELETE", `/operations?where[state][equals]=done`),
    await ask("DELETE", `/episodes/${given.episodes.night1}`),
    await ask("DELETE", `/shows/${given.shows.night}`),
    await ask("PATCH", `/episodes/${given.episodes.night1}`, { show: given.shows.tapes }),
  ]).toEqual([200, 200, 403, 403, 403, 409, 409, 409]);
  expect(await given.station.requests()).toEqual([]);
  expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
});
