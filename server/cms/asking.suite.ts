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

/** What lists of the admin and its layouts ask of documents, on either database. */
export function askingSuite(given: () => GivenCms): void {
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
}
