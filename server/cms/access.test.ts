import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "@/domain/time";
import { aFolder, givenCms, type Asker, type GivenCms } from "./cms.test-kit";

const folder = aFolder();
let given: GivenCms;
beforeAll(async () => { given = await givenCms(`file:${folder.path}/access.db`); });
afterAll(async () => { await given[Symbol.asyncDispose](); folder[Symbol.dispose](); });

const askers: readonly Asker[] = ["nobody", "viewer", "host", "programmer", "admin"];
const verbs = ["read", "create", "update", "delete"] as const;
let count = 0;

/** How each collection is asked, and what it holds: a fresh document for every question. */
const kinds = {
  shows: {
    body: () => ({ title: `Show ${++count}` }),
    make: async () => (await given.cms.create({ collection: "shows", data: { title: `Show ${++count}` } })).id,
    change: { description: "changed" },
  },
  episodes: {
    body: async () => ({ title: "Ferry lights", show: await kinds.shows.make() }),
    make: async () => (await given.cms.create({ collection: "episodes", data: { title: "Ferry lights", show: await kinds.shows.make(), status: "draft" } })).id,
    change: { description: "changed" },
  },
  users: {
    body: () => ({ email: `p${++count}@example.org`, password: "long enough", name: "Kim", role: "viewer" }),
    make: async () => (await given.cms.create({ collection: "users", data: { email: `p${++count}@example.org`, password: "long enough", name: "Kim", role: "viewer" } })).id,
    change: { name: "changed" },
  },
  slots: {
    body: () => ({ title: "x" }),
    make: async () => {
      const { createSlot } = await import("./slots");
      const at = instant(Date.UTC(2020, 0, 1) + ++count * 3_600_000);
      const ids = { episodeId: await kinds.episodes.make(), showId: await kinds.shows.make(), plannedById: null };
      return (await createSlot({ ...ids, startsAt: at, endsAt: instant(at + 60_000), trackId: 1, trackSeconds: 60, instanceId: count, playoutId: count, ownsInstance: true })).id;
    },
    change: { title: "changed" },
  },
  operations: {
    body: () => ({ kind: "plan" }),
    make: async () => (await (await import("./operations")).openOperation({ kind: "plan", actorId: null, at: instant(0), idempotencyKey: null, holder: "somebody", input: {} })).id,
    change: { kind: "changed" },
  },
} as const;

/** Who may do what; all that is not here is refused. */
const allowed: Readonly<Record<keyof typeof kinds, Readonly<Record<(typeof verbs)[number], readonly Asker[]>>>> = {
  shows: { read: ["viewer", "host", "programmer", "admin"], create: ["programmer", "admin"], update: ["programmer", "admin"], delete: ["programmer", "admin"] },
  episodes: { read: ["viewer", "host", "programmer", "admin"], create: ["programmer", "admin"], update: ["programmer", "admin"], delete: ["programmer", "admin"] },
  users: { read: ["viewer", "host", "programmer", "admin"], create: ["admin"], update: ["admin"], delete: ["admin"] },
  slots: { read: ["viewer", "host", "programmer", "admin"], create: [], update: [], delete: [] },
  operations: { read: ["programmer", "admin"], create: [], update: [], delete: [] },
};

async function attempt(who: Asker, kind: keyof typeof kinds, verb: (typeof verbs)[number]): Promise<number> {
  if (verb === "create") return (await given.ask(who, `POST /${kind}`, await kinds[kind].body())).status;
  const id = await kinds[kind].make();
  if (verb === "read") return (await given.ask(who, `GET /${kind}/${id}`)).status;
  return (await given.ask(who, `${verb === "update" ? "PATCH" : "DELETE"} /${kind}/${id}`, verb === "update" ? kinds[kind].change : undefined)).status;
}

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])("%s", (kind) => {
  test.each(verbs)("who may %s", async (verb) => {
    for (const who of askers) {
      const status = await attempt(who, kind, verb);
      expect({ who, status }).toEqual({ who, status: allowed[kind][verb].includes(who) ? (verb === "create" ? 201 : 200) : expect.toSatisfy((code: number) => code === 403 || code === 404) });
    }
  });
});

test("somebody who is not signed in reads no list", async () => {
  for (const kind of Object.keys(kinds)) expect((await given.ask("nobody", `GET /${kind}`)).status).toBe(403);
});

test("GraphQL is not there", async () => {
  expect((await given.ask("admin", "POST /graphql", { query: "{ __typename }" })).status).toBe(404);
});

test("what Payload keeps for itself is for nobody to read", async () => {
  for (const who of askers) {
    for (const kind of ["payload-kv", "payload-migrations"]) expect({ who, kind, status: (await given.ask(who, `GET /${kind}`)).status }).toEqual({ who, kind, status: expect.toSatisfy((code: number) => code >= 400) });
  }
  for (const kind of ["payload-preferences", "payload-locked-documents"]) expect((await given.ask("nobody", `GET /${kind}`)).status).toBe(403);
});
