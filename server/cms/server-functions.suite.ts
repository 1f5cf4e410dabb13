import { describe, expect, test } from "vitest";
import type { Role } from "@/domain/roles";
import type { GivenCms } from "./cms.test-kit";
import { fresh } from "./ways-in.test-kit";

/** What the admin's pages may call on the server, on either database. */
export function serverFunctionSuite(given: () => GivenCms): void {
  const keyed = (who: Role) => new Headers({ authorization: `users API-Key ${given().people[who].apiKey}` });
  const judge = async (who: Role | "nobody", call: unknown) => {
    const { judgeCall } = await import("./server-functions");
    return (await judgeCall(who === "nobody" ? new Headers() : keyed(who), call))?.code ?? "in";
  };

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
