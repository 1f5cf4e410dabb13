import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { earlier, formatInstant, hours, instant, later, seconds } from "@/domain/time";
import { aFolder, givenCms, type GivenCms } from "./cms.test-kit";
import type { OperationRecord, SlotRecord } from "./records";

const folder = aFolder();
let given: GivenCms;
beforeAll(async () => {
  given = await givenCms(`file:${folder.path}/editorial.db`);
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

let count = 0;
async function planned(startsIn: number) {
  const { createSlot } = await import("./slots.test-kit");
  const show = await given.cms.create({ collection: "shows", data: { title: `Night Waves ${++count}` } });
  const episode = await given.cms.create({
    collection: "episodes",
    data: { title: "Tape loops", show: show.id, status: "ready" },
  });
  const startsAt = later(instant(Math.floor(Date.now() / 1000) * 1000), hours(startsIn));
  const slot = await createSlot({
    content: { kind: "track", episodeId: episode.id, trackId: 1, trackSeconds: 3600 },
    title: episode.title,
    showId: show.id,
    startsAt,
    endsAt: later(startsAt, hours(1)),
    instanceId: 1,
    playoutId: 2,
    ownsInstance: true,
    plannedById: null,
  });
  return { show, episode, slot };
}

test("a show needs a title alone, and gets a colour; an episode a title and a show", async () => {
  const show = await given.ask("programmer", "POST /shows", { title: "Kiln" });
  expect(show.body.doc.colour).toMatch(/^#[0-9a-f]{6}$/);
  const episode = await given.ask("programmer", "POST /episodes", { title: "Wood fire", show: show.body.doc.id });
  expect(episode.body.doc).toMatchObject({ status: "draft", libretimeTrackId: null });
  expect((await given.ask("programmer", "POST /shows", {})).status).toBe(400);
  expect((await given.ask("programmer", "POST /episodes", { title: "Homeless" })).status).toBe(400);
});

test("a colour is #rrggbb", async () => {
  for (const colour of ["red", "#fff", "#12345g", "javascript:alert(1)"])
    expect((await given.ask("programmer", "POST /shows", { title: "Kiln", colour })).status).toBe(400);
});

test("texts have an end", async () => {
  const { show } = await planned(-5);
  for (const much of [
    { title: "x".repeat(201) },
    { description: "x".repeat(10_001) },
    { genres: ["x".repeat(61)] },
    { tags: Array.from({ length: 51 }, (_, i) => `t${i}`) },
  ]) {
    expect((await given.ask("programmer", "POST /episodes", { title: "Much", show: show.id, ...much })).status).toBe(
      400,
    );
  }
});

test("an admin alone links a show to LibreTime's", async () => {
  const { show } = await planned(-5);
  expect(
    (await given.ask("programmer", `PATCH /shows/${show.id}`, { libretimeShowId: 7 })).body.doc.libretimeShowId ?? null,
  ).toBeNull();
  expect((await given.ask("admin", `PATCH /shows/${show.id}`, { libretimeShowId: 7 })).body.doc.libretimeShowId).toBe(
    7,
  );
});

test("what Airweek keeps on an episode, nobody writes", async () => {
  const { episode } = await planned(-5);
  const { body } = await given.ask("admin", `PATCH /episodes/${episode.id}`, {
    scheduledAt: "2030-01-01T00:00:00Z",
    libretimePlayoutId: 9,
  });
  expect(body.doc).toMatchObject({ scheduledAt: null, libretimePlayoutId: null });
});

test("an episode that is still to air is neither deleted nor given to another show", async () => {
  const { episode, show, slot } = await planned(2);
  const other = await planned(-5);
  const slots = [
    {
      startsAt: new Date(slot.startsAt).toISOString().replace(".000", ""),
      endsAt: new Date(slot.endsAt).toISOString().replace(".000", ""),
    },
  ];
  for (const [what, body] of [
    [`DELETE /episodes/${episode.id}`],
    [`PATCH /episodes/${episode.id}`, { show: other.show.id }],
    [`DELETE /shows/${show.id}`],
  ] as const) {
    const answer = await given.ask("admin", what, body);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        success: false,
        code: "STILL_PLANNED",
        error: expect.stringContaining("still planned"),
        details: { slots },
      },
    });
    expect(answer.body.errors[0].message).toBe(answer.body.error);
  }
  expect(
    (await given.ask("admin", `PATCH /episodes/${episode.id}`, { show: show.id, title: "Tape loops II" })).status,
  ).toBe(200);
});

/** A line of the journal that is about that slot alone, and not finished. */
async function openLine(end: "arriving" | "leaving", { id, ...rest }: SlotRecord): Promise<OperationRecord> {
  const { openOperation, writeOperation } = await import("./operations");
  const line = await openOperation({
    kind: "plan",
    actorId: null,
    at: instant(Date.now()),
    idempotencyKey: null,
    holder: "h1",
    input: {},
  });
  const arriving = { ...rest, slotId: id, cueIn: seconds(0), stationShowId: null, reuse: null };
  await writeOperation(line, {
    effects: { arriving: end === "arriving" ? [arriving] : [], leaving: end === "leaving" ? [{ id, ...rest }] : [] },
  });
  return line;
}

test.each(["arriving", "leaving"] as const)(
  "what an act that nobody has settled may have put on or left on is still planned (%s)",
  async (end) => {
    const { writeOperation } = await import("./operations");
    const { episode, show, slot } = await planned(-5);
    const other = await planned(-5);
    const [startsAt, endsAt] = [later(slot.startsAt, hours(7)), later(slot.endsAt, hours(7))];
    const line = await openLine(end, { ...slot, id: randomUUID(), startsAt, endsAt });
    const slots = [{ startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt) }];
    for (const state of ["wanted", "unknown"] as const) {
      await writeOperation(line, { state });
      for (const [what, body] of [
        [`DELETE /episodes/${episode.id}`],
        [`PATCH /episodes/${episode.id}`, { show: other.show.id }],
        [`DELETE /shows/${show.id}`],
      ] as const) {
        expect(await given.ask("admin", what, body)).toMatchObject({
          status: 409,
          body: { code: "STILL_PLANNED", details: { slots } },
        });
      }
    }
    expect((await given.ask("admin", `DELETE /episodes/${other.episode.id}`)).status).toBe(200);
    // It is told to be done; only an empty instance of it is left to be cleared away.
    await writeOperation(line, { answer: { success: true } });
    expect((await given.ask("admin", `DELETE /episodes/${episode.id}`)).status).toBe(200);
  },
);

test("what moves while nobody knows is planned at both its times, named once each and in order", async () => {
  const { episode, slot } = await planned(4);
  await openLine("leaving", slot);
  const [startsAt, endsAt] = [earlier(slot.startsAt, hours(2)), earlier(slot.endsAt, hours(2))];
  await openLine("arriving", { ...slot, startsAt, endsAt });
  expect(await given.ask("admin", `DELETE /episodes/${episode.id}`)).toMatchObject({
    status: 409,
    body: { details: { slots: [{ startsAt: formatInstant(startsAt) }, { startsAt: formatInstant(slot.startsAt) }] } },
  });
});

test("what is on air now is still planned", async () => {
  const { episode } = await planned(-0.5);
  expect((await given.ask("admin", `DELETE /episodes/${episode.id}`)).status).toBe(409);
});

test("an episode that has aired can go; its slot stays true", async () => {
  const { episode, slot } = await planned(-5);
  expect((await given.ask("programmer", `DELETE /episodes/${episode.id}`)).status).toBe(200);
  const { findSlot } = await import("./slots");
  expect(await findSlot(slot.id)).toMatchObject({ content: { episodeId: episode.id }, title: "Tape loops" });
});

test("a show whose slots have passed can go; its episodes stay, and ask for another", async () => {
  const { episode, show } = await planned(-5);
  expect((await given.ask("programmer", `DELETE /shows/${show.id}`)).status).toBe(200);
  const { findEpisode } = await import("./episodes");
  expect(await findEpisode(given.people.programmer, episode.id)).toMatchObject({ title: "Tape loops", showId: "" });
});
