import { describe, expect, test } from "vitest";
import type { Role } from "@/domain/roles";
import type { GivenCms } from "./cms.test-kit";
import { fresh } from "./ways-in.test-kit";

const hidden = [
  "hash",
  "salt",
  "apiKey",
  "apiKeyIndex",
  "resetPasswordToken",
  "resetPasswordExpiration",
  "lockUntil",
  "loginAttempts",
  "sessions.id",
  "sessions",
];

/** What lists of the admin, its server functions and its layouts ask of documents, on either database. */
export function askingSuite(given: () => GivenCms): void {
  const keyed = (who: Role) => new Headers({ authorization: `users API-Key ${given().people[who].apiKey}` });
  const judge = async (who: Role | "nobody", call: unknown) => {
    const { judgeCall } = await import("./server-functions");
    return (await judgeCall(who === "nobody" ? new Headers() : keyed(who), call))?.code ?? "in";
  };

  /** What the pages of the admin do: Payload's own operations with the rights of a person. */
  const list = async (query: object, who: Role = "viewer", collection: "shows" | "users" | "episodes" = "shows") => {
    const { cms, people } = given();
    const user = await cms.findByID({ collection: "users", id: people[who].id });
    return cms.find({ collection, overrideAccess: false, user: { ...user, collection: "users" }, ...query });
  };

  test.each([...hidden, "email"])(
    "no list is sorted or filtered by a person's %s, whichever way leads there",
    async (field) => {
      for (const path of [`hosts.${field}`, `hosts__${field}`, `hosts.shows.hosts.${field}`]) {
        for (const query of [
          { sort: path },
          { sort: [`-${path}`] },
          { sort: `title,-${path}` },
          { where: { [path]: { exists: true } } },
          { where: { OR: [{ and: [{ [path]: { like: "a" } }] }] } },
          { where: { hosts: { contains: { [field]: { exists: true } } } } },
        ]) {
          await expect(list(query), JSON.stringify(query)).rejects.toMatchObject({ status: 400 });
        }
      }
      await expect(list({ sort: field }, "viewer", "users")).rejects.toMatchObject({ status: 400 });
      await expect(list({ joins: { shows: { sort: `hosts.${field}` } } }, "viewer", "users")).rejects.toMatchObject({
        status: 400,
      });
      await expect(
        list({ joins: { shows: { where: { [`hosts.${field}`]: { exists: true } } } } }, "admin", "users"),
      ).rejects.toMatchObject({ status: 400 });
      if (field !== "email")
        await expect(list({ sort: `-${field}` }, "admin", "users")).rejects.toMatchObject({ status: 400 });
    },
  );

  test("what Airweek folds to search by is nobody's to ask by, and neither is a field that is none", async () => {
    for (const sort of [
      "searchText",
      "nothing",
      "title.x",
      "__proto__",
      "constructor",
      "hosts.constructor",
      "hosts.",
      "",
    ]) {
      if (sort === "") await list({ sort });
      else await expect(list({ sort }), sort).rejects.toMatchObject({ status: 400 });
    }
    await expect(list({ where: { "show.searchText": { like: "a" } } }, "admin", "episodes")).rejects.toMatchObject({
      status: 400,
    });
  });

  test("what anybody may read, anybody may ask by", async () => {
    for (const query of [
      { sort: "-title" },
      { sort: ["title", "-createdAt"] },
      { sort: "hosts.name" },
      { where: { "hosts.role": { equals: "host" } } },
      { where: { id: { in: [] } } },
    ])
      await list(query);
    await list({ sort: "email" }, "admin", "users");
    await list({ sort: "show.title", where: { "show.title": { like: "a" } } }, "viewer", "episodes");
  });

  test("no list is longer than 200, and no limit is that limit", async () => {
    const { openOperation } = await import("./operations");
    const { instant } = await import("@/domain/time");
    for (let line = 0; line < 201; line += 1)
      await openOperation({
        kind: "plan",
        actorId: null,
        at: instant(line * 1000),
        idempotencyKey: null,
        holder: "h",
        input: {},
      });
    for (const query of [
      "limit=0",
      "limit=100000",
      "limit=201",
      "pagination=false",
      "limit=0&pagination=false",
      "limit=200",
    ]) {
      expect([
        query,
        (await given().ask("admin", `GET /operations?select[kind]=true&${query}`)).body.docs.length,
      ]).toEqual([query, 200]);
    }
    expect((await list({ limit: 0 })).limit).toBe(200);
    await expect(list({ limit: -1 })).rejects.toMatchObject({ status: 400 });
  });

  describe("a preference", () => {
    const keep = async (key: string, value: unknown, who: Role = "viewer") =>
      (await given().ask(who, `POST /payload-preferences/${key}`, { value })).status;
    test("has a name that the admin gives, and at most 32 kB", async () => {
      const id = await fresh.shows!(given());
      for (const key of [
        "nav",
        "dashboard-layout",
        "locale",
        "collection-shows",
        `collection-shows-${id}`,
        `shows-edit-${id}`,
        "users-shows",
      ])
        expect([key, await keep(key, { x: 1 })]).toEqual([key, 200]);
      for (const key of [
        "columns",
        "a",
        "collection-",
        "collection-nothing",
        "collection-shows-x",
        "collection-__proto__",
        "nav2",
        "global-x",
        `${"x".repeat(200)}`,
      ])
        expect([key, await keep(key, { x: 1 })]).toEqual([key, 400]);
      expect([
        await keep("nav", { x: "ü".repeat(16_000) }),
        await keep("nav", { x: "ü".repeat(16_384) }),
        await keep("nav", "x".repeat(40_000)),
      ]).toEqual([200, 400, 400]);
    });

    test("keeps no order that a list may not have, and a link plants none", async () => {
      expect([
        await keep("collection-shows", { sort: "hosts.hash" }),
        await keep("collection-shows", { groupBy: "hosts.salt" }),
        await keep("collection-shows", { limit: -1 }),
      ]).toEqual([400, 400, 400]);
      const { cms, people } = given();
      const user = {
        ...(await cms.findByID({ collection: "users", id: people.host.id })),
        collection: "users" as const,
      };
      await cms.create({
        collection: "payload-preferences",
        data: {
          key: "collection-shows",
          user: { relationTo: "users", value: user.id },
          value: { sort: "hosts.hash", columns: [] },
        },
        user,
      });
      const { docs } = await cms.find({
        collection: "payload-preferences",
        where: { "user.value": { equals: user.id } },
      });
      expect(docs.map(({ value }) => value)).toEqual([{ columns: [] }]);
    });
  });

  describe("a server function", () => {
    const form = (more: object = {}) => ({
      name: "form-state",
      args: { collectionSlug: "shows", operation: "update", ...more },
    });
    const table = (query: object, collectionSlug = "shows") => ({
      name: "table-state",
      args: { collectionSlug, columns: [], query },
    });

    test.each([
      "constructor",
      "__proto__",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "schedule-publish",
      "get-upcoming-scheduled-publish",
      "copy-data-from-locale",
      "get-folder-results-component-and-data",
      "render-field",
      "render-document-slots",
      "slugify",
      "",
      3,
      null,
      ["form-state"],
      { toString: "form-state" },
    ])("named %s is none", async (name) => {
      expect(await judge("admin", { name, args: { collectionSlug: "shows" } })).toBe("MALFORMED_REQUEST");
      expect(await judge("nobody", { name, args: {} })).toBe("UNAUTHENTICATED");
    });

    test("is for who is signed in, and for what that person may read", async () => {
      const calls = [
        form(),
        table({}),
        { name: "render-list", args: { collectionSlug: "shows" } },
        { name: "render-widget", args: { widgetSlug: "collections" } },
        { name: "get-default-layout", args: undefined },
      ];
      for (const call of calls)
        expect([call.name, await judge("nobody", call), await judge("viewer", call)]).toEqual([
          call.name,
          "UNAUTHENTICATED",
          "in",
        ]);
      expect([
        await judge("viewer", table({}, "operations")),
        await judge("host", { name: "render-list", args: { collectionSlug: "operations" } }),
        await judge("programmer", table({}, "operations")),
      ]).toEqual(["FORBIDDEN", "FORBIDDEN", "in"]);
      expect([
        await judge("viewer", form({ operation: "create" })),
        await judge("viewer", { name: "render-document", args: { collectionSlug: "shows" } }),
        await judge("programmer", form({ operation: "create" })),
      ]).toEqual(["FORBIDDEN", "FORBIDDEN", "in"]);
      for (const slug of [
        "payload-jobs",
        "payload-preferences",
        "payload-migrations",
        "payload-locked-documents",
        "payload-kv",
        "nothing",
        "__proto__",
        ["shows"],
        null,
        undefined,
      ])
        expect([slug, await judge("admin", { name: "table-state", args: { collectionSlug: slug } })]).toEqual([
          slug,
          "MALFORMED_REQUEST",
        ]);
    });

    test.each([
      ["no arguments", { name: "form-state" }],
      ["a list of arguments", { name: "form-state", args: ["shows"] }],
      ["a text of arguments", { name: "form-state", args: "shows" }],
      ["no call", null],
      ["a list", []],
      ["a text", "form-state"],
      ["the rights of everybody", form({ globalSlug: "payload-jobs-stats" })],
      ["a document that is none", form({ id: "00000000-0000-4000-8000-000000000000" })],
      ["an id of conditions", form({ id: { like: "%" } })],
      ["a schema elsewhere", form({ schemaPath: "../users" })],
      ["an order by a hash", table({ sort: "hosts.hash" })],
      ["a condition on a hash", table({ where: { or: [{ "hosts.hash": { like: "a" } }] } })],
      [
        "groups by a salt",
        { name: "render-list", args: { collectionSlug: "shows", query: { groupBy: "hosts.salt" } } },
      ],
      [
        "groups that are code",
        { name: "render-list", args: { collectionSlug: "shows", query: { queryByGroup: "{" } } },
      ],
      ["a limit below none", table({ limit: -1 })],
      ["a limit of words", table({ limit: "all" })],
      ["a page of words", table({ page: "x" })],
      ["an order of objects", table({ sort: [{ a: 1 }] })],
    ])("with %s is refused", async (_what, call) => {
      expect(await judge("admin", call)).toBe("MALFORMED_REQUEST");
    });

    test("locks a record for who may edit it alone", async () => {
      const { admittedCall } = await import("./server-functions");
      const [show, person] = [await fresh.shows!(given()), given().people.admin.id];
      const locks = async (who: Role, collectionSlug: string, id: string) => {
        const call = await admittedCall(keyed(who), {
          name: "form-state",
          args: {
            collectionSlug,
            id,
            operation: "update",
            returnLockStatus: true,
            updateLastEdited: true,
            skipClientConfigAuth: true,
          },
        });
        return "args" in call
          ? [call.args["returnLockStatus"], call.args["updateLastEdited"], call.args["skipClientConfigAuth"]]
          : call;
      };
      for (const who of ["viewer", "host"] as const)
        expect([who, await locks(who, "shows", show), await locks(who, "users", person)]).toEqual([
          who,
          [false, false, false],
          [false, false, false],
        ]);
      expect([
        await locks("programmer", "shows", show),
        await locks("programmer", "users", person),
        await locks("admin", "users", person),
      ]).toEqual([
        [true, true, false],
        [false, false, false],
        [true, true, false],
      ]);
      expect(await locks("viewer", "users", given().people.viewer.id)).toEqual([true, true, false]);
    });

    test("a lock is taken over by who may edit its record, and stays on it", async () => {
      const { cms, people, ask } = given();
      const lockOn = async (relationTo: "users" | "shows", value: string) =>
        String(
          (
            await cms.db.create({
              collection: "payload-locked-documents",
              data: { document: { relationTo, value }, user: { relationTo: "users", value: people.admin.id } },
            })
          ).id,
        );
      const [onPerson, show] = [await lockOn("users", people.host.id), await fresh.shows!(given())];
      const mine = { user: { relationTo: "users", value: people.programmer.id } };
      expect((await ask("programmer", `PATCH /payload-locked-documents/${onPerson}`, mine)).status).toBe(403);
      const onShow = await lockOn("shows", show);
      expect(
        (
          await ask("programmer", `PATCH /payload-locked-documents/${onShow}`, {
            ...mine,
            document: { relationTo: "users", value: people.host.id },
          })
        ).status,
      ).toBe(200);
      expect((await cms.findByID({ collection: "payload-locked-documents", id: onShow, depth: 0 })).document).toEqual({
        relationTo: "shows",
        value: show,
      });
    });
  });
}
