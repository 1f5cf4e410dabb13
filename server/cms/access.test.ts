import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder, givenCms, type Asker, type GivenCms } from "./cms.test-kit";
import { fresh, waysIn, waysOf } from "./ways-in.test-kit";

const folder = aFolder();
let given: GivenCms;
/** One document of each collection, which everybody who may not asks for. */
let standing: Readonly<Record<string, string>>;
beforeAll(async () => {
  given = await givenCms(`file:${folder.path}/access.db`);
  standing = Object.fromEntries(
    await Promise.all(Object.entries(fresh).map(async ([slug, make]) => [slug, await make(given)] as const)),
  );
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const askers: readonly Asker[] = ["nobody", "viewer", "host", "programmer", "admin"];
const slugOf = (way: string): string => way.split(" ")[1]!.split("/")[1]!;

/** The address of a way, with an id in it; `after` replaces its end when told. */
function addressed(way: string, id: string, query = ""): string {
  return `${way}${query}`.replace(/:id\??|:key/g, id);
}

/** All that is kept of the standing document: what a refusal must leave alone. */
function kept(slug: string): Promise<unknown> {
  return standing[slug] && slug !== "payload-preferences"
    ? given.cms.db.findOne({ collection: slug as "shows", where: { id: { equals: standing[slug] } } })
    : Promise.resolve(null);
}

test("every way into Payload is in the table, and the table has no other", () => {
  expect([...waysOf(given.cms.config)].sort()).toEqual(Object.keys(waysIn).sort());
});

describe.each(Object.entries(waysIn))("%s", (way, { may, ok = 200, otherwise = 403, query, body, bad }) => {
  const slug = slugOf(way);

  test("lets in who may, and refuses everybody else without a trace", async () => {
    const before = await kept(slug);
    const told: [Asker, number][] = [];
    for (const who of askers) {
      const id = may.includes(who) ? await fresh[slug]?.(given) : standing[slug];
      if (way.startsWith("DELETE /payload-preferences") && who !== "nobody")
        await given.ask(who, `POST /payload-preferences/${id}`, { value: 1 });
      told.push([who, (await given.ask(who, addressed(way, id ?? "", query), await body?.(given))).status]);
    }
    expect(told).toEqual(askers.map((who) => [who, may.includes(who) ? ok : otherwise]));
    expect(await kept(slug)).toEqual(before);
  });

  test.each(bad)("refuses %s", async (_, address, wrong, status) => {
    const before = await kept(slug);
    const asked =
      address === null ? addressed(way, standing[slug] ?? "", query) : `${way.replace(/\/:id$|\/:key$/, "")}${address}`;
    const answer = await given.ask("admin", asked, wrong as object);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ errors: expect.any(Array) })]);
    expect(await kept(slug)).toEqual(before);
  });
});

test("ways that nothing uses are not there, nor is GraphQL", async () => {
  const gone = [
    "GET /shows/versions/1",
    "POST /shows/versions/1",
    "POST /users/verify/x",
    "POST /users/reset-password",
    "POST /users/unlock",
    "GET /payload-kv",
    "GET /payload-jobs/run",
    "GET /payload-jobs/handle-schedules",
    "GET /payload-jobs",
    "GET /payload-migrations",
    "GET /payload-preferences",
    "POST /payload-locked-documents",
    "GET /globals/payload-jobs-stats",
    "POST /graphql",
    "GET /graphql-playground",
    "GET /og",
  ];
  for (const way of gone)
    expect([way, (await given.ask("admin", way, way.startsWith("POST") ? {} : undefined)).status]).toEqual([way, 404]);
});

test("nobody keeps a planner from saving by saying that they are editing", async () => {
  const id = await fresh.shows!(given);
  expect(
    (
      await given.ask("viewer", "POST /payload-locked-documents", {
        document: { relationTo: "shows", value: id },
        user: { relationTo: "users", value: given.people.viewer.id },
      })
    ).status,
  ).toBe(404);
  const lock = await given.cms.db.create({
    collection: "payload-locked-documents",
    data: {
      document: { relationTo: "users", value: given.people.viewer.id },
      user: { relationTo: "users", value: given.people.viewer.id },
    },
  });
  expect(
    (
      await given.ask("viewer", `PATCH /payload-locked-documents/${lock.id}`, {
        document: { relationTo: "shows", value: id },
      })
    ).status,
  ).toBe(403);
  expect((await given.ask("viewer", `DELETE /payload-locked-documents/${lock.id}`)).status).toBe(200);
  expect((await given.ask("programmer", `PATCH /shows/${id}`, { description: "saved" })).status).toBe(200);
});

test("what Airweek keeps of an episode is written by no way of Payload's, nor copied", async () => {
  const id = await fresh.episodes!(given);
  const kept = {
    scheduledAt: "2026-11-24T20:00:00.000Z",
    scheduledEnd: "2026-11-24T21:00:00.000Z",
    libretimeInstanceId: 7,
    libretimePlayoutId: 8,
  };
  const nothing = { scheduledAt: null, scheduledEnd: null, libretimeInstanceId: null, libretimePlayoutId: null };
  for (const who of ["programmer", "admin"] as const) {
    expect((await given.ask(who, `PATCH /episodes/${id}`, kept)).body.doc).toMatchObject(nothing);
    expect((await given.ask(who, `PATCH /episodes?where[id][equals]=${id}`, kept)).body.docs).toMatchObject([nothing]);
    expect(
      (await given.ask(who, "POST /episodes", { title: "x", show: await fresh.shows!(given), ...kept })).body.doc,
    ).toMatchObject(nothing);
  }
  await given.cms.update({ collection: "episodes", id, data: kept });
  expect((await given.ask("admin", `POST /episodes/${id}/duplicate`, kept)).body.doc).toMatchObject(nothing);
  expect((await given.ask("admin", `GET /episodes/${id}`)).body).toMatchObject(kept);
});

test("when something was made and changed is told by no request", async () => {
  const long = "2001-02-03T04:05:06.000Z";
  const { id } = given.people.viewer;
  const show = await fresh.shows!(given);
  for (const [who, way, body] of [
    ["viewer", `PATCH /users/${id}`, { name: "Kim" }],
    ["admin", `PATCH /users/${id}`, { name: "Kim" }],
    ["programmer", `PATCH /shows/${show}`, { description: "x" }],
    ["programmer", "POST /episodes", { title: "x", show }],
    ["programmer", "POST /shows", { title: "y" }],
  ] as const) {
    const { doc } = (await given.ask(who, way, { ...body, createdAt: long, updatedAt: long })).body;
    expect([way, Date.parse(doc.createdAt) > Date.parse(long), Date.parse(doc.updatedAt) > Date.parse(long)]).toEqual([
      way,
      true,
      true,
    ]);
  }
});

test("for somebody's API key, who asks is judged before the address", async () => {
  const asked = async (who: Asker, way: string) => (await given.ask(who, way, {})).status;
  for (const way of ["POST /users/x/api-key", "DELETE /users/x/api-key"]) {
    const own = `${way.split(" ")[0]!} /users/${given.people.admin.id}/api-key`;
    expect(await asked("nobody", way)).toBe(await asked("nobody", own));
    expect(await asked("viewer", way)).toBe(403);
  }
  expect(await asked("admin", "DELETE /users/x/api-key")).toBe(400);
});

test("a show is linked to LibreTime by an admin alone", async () => {
  const id = await fresh.shows!(given);
  expect(
    (await given.ask("programmer", `PATCH /shows/${id}`, { libretimeShowId: 41 })).body.doc.libretimeShowId,
  ).toBeNull();
  expect(
    (await given.ask("programmer", "POST /shows", { title: "x", libretimeShowId: 42 })).body.doc.libretimeShowId,
  ).toBeNull();
  expect((await given.ask("admin", `PATCH /shows/${id}`, { libretimeShowId: 43 })).body.doc.libretimeShowId).toBe(43);
  expect(
    (await given.ask("programmer", `PATCH /shows/${id}`, { libretimeShowId: null })).body.doc.libretimeShowId,
  ).toBe(43);
  for (const who of ["programmer", "admin"] as const)
    expect((await given.ask(who, `POST /shows/${id}/duplicate`, {})).body.doc.libretimeShowId).toBeNull();
});

test("a form of the admin is its JSON, and a long query comes by POST", async () => {
  const [{ payloadRest }, id] = [await import("./rest-gate"), await fresh.shows!(given)];
  const send = async (where: string, method: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await payloadRest(
      new Request(`http://airweek.test/api${where}`, {
        method,
        body,
        headers: { authorization: `users API-Key ${given.people.programmer.apiKey}`, ...headers },
      }),
    );
    return [response.status, await response.json()];
  };
  const form = new FormData();
  form.set("_payload", JSON.stringify({ description: "Été" }));
  expect(await send(`/shows/${id}`, "PATCH", form)).toMatchObject([200, { doc: { description: "Été" } }]);
  const long = { "x-payload-http-method-override": "GET", "content-type": "application/x-www-form-urlencoded" };
  expect(await send("/shows", "POST", `where[id][equals]=${id}&limit=1`, long)).toMatchObject([
    200,
    { docs: [{ id }], limit: 1 },
  ]);
});
