import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givenCms, type GivenCms } from "./cms.test-kit";
import { journalSuite } from "./front-door.journal.suite";
import { librarySuite } from "./front-door.library.suite";
import { slotSuite } from "./front-door.slots.suite";

/** What the front door guarantees on either database; `kind` is the folder of its migrations. */
export function frontDoorSuite(
  kind: "sqlite" | "postgres",
  database: () => Promise<AsyncDisposable & { readonly url: string }>,
  more: (given: () => GivenCms) => void = () => undefined,
): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
  });
  afterAll(async () => {
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  test("the committed migrations make the schema of the collections, with nothing left over", async () => {
    const adapter = given.cms.db as unknown as {
      schema: object;
      requireDrizzleKit(): {
        generateDrizzleJson: (schema: object) => Promise<object>;
        generateMigration: (before: object, after: object) => Promise<string[]>;
      };
    };
    const folder = path.resolve("server/cms/migrations", kind);
    const last = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .at(-1)!;
    const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit();
    const before = JSON.parse(readFileSync(path.join(folder, last), "utf8")) as object;
    expect(await generateMigration(before, await generateDrizzleJson(adapter.schema))).toEqual([]);
    expect((await given.cms.find({ collection: "payload-migrations" })).totalDocs).toBe(
      readdirSync(folder).filter((name) => name.endsWith(".json")).length,
    );
  });

  slotSuite(() => given);
  journalSuite(() => given);
  librarySuite(() => given);
  more(() => given);
}
