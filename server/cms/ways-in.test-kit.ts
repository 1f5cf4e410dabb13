import type { Endpoint, SanitizedConfig } from "payload";
import { instant } from "@/domain/time";
import type { Asker, GivenCms } from "./cms.test-kit";

/** A way into Payload's REST: who may, with what it is asked, and what is wrong input. `:id` is a document's. */
export type Way = {
  readonly may: readonly Asker[];
  /** What somebody is answered who may; 200 unless told. */
  readonly ok?: number;
  /** What somebody is answered who may not; 403 unless told. */
  readonly otherwise?: number;
  readonly query?: string;
  readonly body?: (given: GivenCms) => object | Promise<object>;
  /** What an admin is refused, and how: the address after the way's own, the body, the status. */
  readonly bad: readonly (readonly [what: string, address: string | null, body: unknown, status: number])[];
};

const everybody: readonly Asker[] = ["nobody", "viewer", "host", "programmer", "admin"];
const signedIn: readonly Asker[] = ["viewer", "host", "programmer", "admin"];
const planners: readonly Asker[] = ["programmer", "admin"];
const admins: readonly Asker[] = ["admin"];
const none: readonly Asker[] = [];

let count = 0;

/** A fresh document of each collection. */
export const fresh: Readonly<Record<string, (given: GivenCms) => Promise<string>>> = {
  shows: async ({ cms }) => (await cms.create({ collection: "shows", data: { title: `Show ${++count}` } })).id,
  episodes: async (given) =>
    (
      await given.cms.create({
        collection: "episodes",
        data: { title: "Ferry lights", show: await fresh.shows!(given), status: "draft" },
      })
    ).id,
  users: async ({ cms }) =>
    (
      await cms.create({
        collection: "users",
        data: { email: `p${++count}@example.org`, password: "long enough", name: "Kim", role: "viewer" },
      })
    ).id,
  patterns: async (given) =>
    (
      await given.cms.create({
        collection: "patterns",
        data: {
          show: await fresh.shows!(given),
          weekday: "2",
          startTime: "20:00",
          minutes: 60,
          everyWeeks: "1",
          anchor: "2026-11-24",
          kind: "premiere",
        },
      })
    ).id,
  slots: async (given) => {
    const { createSlot } = await import("./slots.test-kit");
    const at = instant(Date.UTC(2020, 0, 1) + ++count * 3_600_000);
    const ids = { title: "Ferry lights", showId: await fresh.shows!(given), plannedById: null };
    return (
      await createSlot({
        ...ids,
        startsAt: at,
        endsAt: instant(at + 60_000),
        content: { kind: "track", episodeId: await fresh.episodes!(given), trackId: 1, trackSeconds: 60 },
        instanceId: count,
        playoutId: count,
        ownsInstance: true,
      })
    ).id;
  },
  operations: async () =>
    (
      await (
        await import("./operations")
      ).openOperation({
        kind: "plan",
        actorId: null,
        at: instant(0),
        idempotencyKey: null,
        holder: "somebody",
        input: {},
      })
    ).id,
  "payload-locked-documents": async (given) => {
    const [value, editor] = [await fresh.shows!(given), given.people.admin.id];
    const data = { document: { relationTo: "shows", value }, user: { relationTo: "users", value: editor } };
    return String((await given.cms.db.create({ collection: "payload-locked-documents", data })).id);
  },
  "payload-preferences": async () => "collection-shows",
};

type Crud = {
  readonly read: readonly Asker[];
  readonly create: readonly Asker[];
  readonly update: readonly Asker[];
  readonly delete: readonly Asker[];
};
type Bodies = {
  readonly made: (given: GivenCms) => object | Promise<object>;
  readonly changed: object;
  readonly wrong: object;
  readonly canDuplicate: boolean;
};

function crud(slug: string, who: Crud, { made, changed, wrong, canDuplicate }: Bodies): Readonly<Record<string, Way>> {
  const wrongStatus = who.create.length > 0 ? 400 : 403;
  const noObject = ["a list", null, [], 400] as const;
  const one = { query: "?where[id][equals]=:id" };
  return {
    [`GET /${slug}`]: {
      may: who.read,
      bad: [
        ["a condition that is none", "?where=x", undefined, 400],
        ["a page that is none", "?page=x", undefined, 400],
      ],
    },
    [`GET /${slug}/count`]: {
      may: who.read,
      bad: [["a condition on nothing", "?where[nothing][equals]=x", undefined, 400]],
    },
    [`GET /${slug}/:id`]: {
      may: who.read,
      bad: [
        ["an id that is none", "/'%20OR%201=1--", undefined, 404],
        ["half a character", "/%E0", undefined, 400],
      ],
    },
    [`POST /${slug}`]: {
      may: who.create,
      ok: 201,
      body: made,
      bad: [noObject, ["wrong types", null, wrong, wrongStatus]],
    },
    [`PATCH /${slug}`]: {
      may: who.update,
      ...one,
      body: () => changed,
      bad: [["everything", "", changed, 400], noObject],
    },
    [`PATCH /${slug}/:id`]: {
      may: who.update,
      body: () => changed,
      bad: [noObject, ["wrong types", null, wrong, wrongStatus]],
    },
    [`DELETE /${slug}`]: {
      may: who.delete,
      ...one,
      bad: [
        ["everything", "", undefined, 400],
        ["a condition that selects all", "?where[or][0]=x", undefined, 400],
        ["a condition on nothing at all", "?where[and][]=", undefined, 400],
      ],
    },
    [`DELETE /${slug}/:id`]: {
      may: who.delete,
      bad: [["an id that is none", "/none", undefined, who.delete.length > 0 ? 404 : 403]],
    },
    [`POST /${slug}/access/:id?`]: { may: signedIn, otherwise: 401, body: () => ({}), bad: [noObject] },
    ...(canDuplicate && { [`POST /${slug}/:id/duplicate`]: { may: who.create, body: () => ({}), bad: [noObject] } }),
  };
}

/** Every way into Payload's REST. One that is not here must not be there. */
export const waysIn: Readonly<Record<string, Way>> = {
  "GET /access": { may: signedIn, otherwise: 401, bad: [["a NUL", "?x=%00", undefined, 400]] },
  ...crud(
    "shows",
    { read: signedIn, create: planners, update: planners, delete: planners },
    {
      made: () => ({ title: `Show ${++count}` }),
      changed: { description: "changed" },
      wrong: { title: ["x"] },
      canDuplicate: true,
    },
  ),
  ...crud(
    "episodes",
    { read: signedIn, create: planners, update: planners, delete: planners },
    {
      made: async (given) => ({ title: "Ferry lights", show: await fresh.shows!(given) }),
      changed: { description: "changed" },
      wrong: { title: { x: 1 }, show: "none" },
      canDuplicate: true,
    },
  ),
  ...crud(
    "patterns",
    { read: signedIn, create: planners, update: planners, delete: planners },
    {
      made: async (given) => ({
        show: await fresh.shows!(given),
        weekday: "2",
        startTime: "20:00",
        minutes: 60,
        anchor: "2026-11-24",
      }),
      changed: { minutes: 30 },
      wrong: { show: 5, startTime: ["20:00"] },
      canDuplicate: true,
    },
  ),
  ...crud(
    "slots",
    { read: signedIn, create: none, update: none, delete: none },
    { made: () => ({ title: "x" }), changed: { title: "changed" }, wrong: { title: "x" }, canDuplicate: false },
  ),
  ...crud(
    "operations",
    { read: planners, create: none, update: none, delete: none },
    { made: () => ({ kind: "plan" }), changed: { kind: "changed" }, wrong: { kind: "x" }, canDuplicate: false },
  ),
  ...crud(
    "users",
    { read: signedIn, create: admins, update: admins, delete: admins },
    {
      made: () => ({ email: `p${++count}@example.org`, password: "long enough", name: "Kim", role: "viewer" }),
      changed: { name: "changed" },
      wrong: { name: ["x"] },
      canDuplicate: false,
    },
  ),
  // Of many people, everybody changes those that are themselves: here none.
  "PATCH /users": {
    may: signedIn,
    query: "?where[id][equals]=:id",
    body: () => ({ name: "changed" }),
    bad: [["everybody", "", { name: "changed" }, 400]],
  },
  "POST /users/login": {
    may: everybody,
    body: ({ people }) => ({ email: people.viewer.email, password: "the same for all" }),
    bad: [
      ["nothing", null, {}, 400],
      ["another password", null, { email: "admin@example.org", password: "guessed" }, 401],
      ["conditions", null, { email: { like: "%" }, password: { like: "%" } }, 400],
    ],
  },
  "POST /users/logout": { may: signedIn, otherwise: 400, body: () => ({}), bad: [["a list", null, [], 400]] },
  "GET /users/me": { may: everybody, bad: [["a depth that is none", "?depth=x", undefined, 400]] },
  "GET /users/init": { may: everybody, bad: [["a page that is none", "?page=x", undefined, 400]] },
  // A session is made longer by its cookie, which an API key has not.
  "POST /users/refresh-token": { may: none, body: () => ({}), bad: [["a list", null, [], 400]] },
  "POST /users/forgot-password": {
    may: none,
    otherwise: 404,
    body: ({ people }) => ({ email: people.viewer.email }),
    bad: [["a list", null, [], 400]],
  },
  // For an API key there is no other way than its owner's: nobody else makes one, an admin may take it away.
  "POST /users/:id/api-key": { may: none, body: () => ({}), bad: [["a list", null, [], 400]] },
  "DELETE /users/:id/api-key": { may: admins, bad: [["half a character", "/%E0", undefined, 400]] },
  "GET /payload-preferences/:key": { may: signedIn, otherwise: 401, bad: [["a NUL", "/%00", undefined, 400]] },
  "POST /payload-preferences/:key": {
    may: signedIn,
    otherwise: 401,
    body: () => ({ value: { limit: 25 } }),
    bad: [["a list", null, [], 400]],
  },
  "DELETE /payload-preferences/:key": { may: signedIn, otherwise: 401, bad: [["a NUL", "/%00", undefined, 400]] },
  "GET /payload-locked-documents": { may: signedIn, bad: [["a condition that is none", "?where=x", undefined, 400]] },
  "PATCH /payload-locked-documents/:id": {
    may: planners,
    body: ({ people }) => ({ user: { relationTo: "users", value: people.admin.id } }),
    bad: [["no person", null, { user: "x" }, 400]],
  },
  "DELETE /payload-locked-documents/:id": {
    may: planners,
    otherwise: 403,
    bad: [["an id that is none", "/none", undefined, 404]],
  },
};

/** Every way into Payload's REST that its configuration opens, once each. */
export function waysOf({ endpoints, collections, globals }: SanitizedConfig): readonly string[] {
  const named = (base: string, all: readonly Endpoint[] | false) =>
    (all || []).map(({ method, path }) => `${method.toUpperCase()} ${base}${path === "/" ? "" : path}`);
  return [
    ...named("", endpoints),
    ...collections.flatMap((each) => named(`/${each.slug}`, each.endpoints)),
    ...globals.flatMap((each) => named(`/globals/${each.slug}`, each.endpoints)),
  ];
}
