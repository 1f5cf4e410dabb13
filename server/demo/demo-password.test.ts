import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder, settingsFor } from "@/server/cms/cms.test-kit";

const folder = aFolder();
const url = `file:${folder.path}/demo.db`;
beforeAll(async () => {
  Object.assign(process.env, settingsFor(url));
  (await import("@/server/log")).log.level = "fatal";
});
afterAll(async () => {
  await (await (await import("@/server/cms/cms")).getCms()).destroy();
  folder[Symbol.dispose]();
});

const people = ["demo@airweek.local", "marie@airweek.local", "ines@airweek.local"];

/** Whom that password lets in. */
async function letIn(password: string): Promise<readonly string[]> {
  const cms = await (await import("@/server/cms/cms")).getCms();
  const tries = people.map((email) =>
    cms.login({ collection: "users", data: { email, password } }).then(
      () => email,
      () => null,
    ),
  );
  return (await Promise.all(tries)).filter((email) => email !== null);
}

test("the demo's people have the password that this start was told, and its database is no station's own", async () => {
  const { keepPassword } = await import("./demo-password");
  const { seedCms } = await import("./seed");
  const { demandOwnDatabase, isFreeForDemo } = await import("./own-database");
  const { demoMarksIn } = await import("@/scripts/steps/demo.mjs");
  const { savePerson } = await import("@/server/cms/people");
  await (await import("@/server/cms/cms")).getCms();
  await demandOwnDatabase();
  expect(await demoMarksIn(url)).toEqual([]);

  // Where somebody else works, the demo leaves nothing.
  const { actor } = await savePerson({ email: "robin@example.org", role: "viewer", password: "one of their own" });
  expect(await isFreeForDemo()).toBe(false);
  await (await (await import("@/server/cms/cms")).getCms()).delete({ collection: "users", id: actor.id });
  expect(await isFreeForDemo()).toBe(true);

  await keepPassword("airweek-demo");
  // From the first line on, before there are people.
  await expect(demandOwnDatabase()).rejects.toThrow("filled by the demo");
  await seedCms({ files: [], password: "airweek-demo" });
  expect(await demoMarksIn(url)).toEqual(["airweek:demo-password", "airweek:demo-seeded", "demo@airweek.local"]);
  expect(await letIn("airweek-demo")).toEqual(people);

  await keepPassword("on the open network");
  expect([await letIn("airweek-demo"), await letIn("on the open network")]).toEqual([[], people]);

  await savePerson({ email: people[1]!, role: "programmer", password: "one of her own" });
  await keepPassword("on the open network");
  expect(await letIn("on the open network")).toEqual([people[0], people[2]]);

  await keepPassword("airweek-demo");
  expect(await letIn("airweek-demo")).toEqual(people);
}, 240_000); // Each sign-in hashes a password, which is slow on purpose.
