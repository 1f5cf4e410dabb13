import { expect, test } from "vitest";
import { aFolder, settingsFor } from "./cms.test-kit";

test("nobody becomes an admin by coming first, however many come at once", async () => {
  using folder = aFolder();
  Object.assign(process.env, settingsFor(`file:${folder.path}/empty.db`));
  const [{ getCms }, { payloadRest }, { countPeople, savePerson }] = [
    await import("./cms"),
    await import("./rest-gate"),
    await import("./people"),
  ];
  const cms = await getCms();
  try {
    const register = (where: string, who: number): Promise<Response> =>
      payloadRest(
        new Request(`http://airweek.test/api/users${where}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            email: `p${who}@example.org`,
            password: "long enough to be one",
            name: "Me",
            role: "admin",
          }),
        }),
      );
    const all = Array.from({ length: 12 }, (_, who) => who);
    expect((await Promise.all(all.map((who) => register("/first-register", who)))).map(({ status }) => status)).toEqual(
      all.map(() => 404),
    );
    expect((await Promise.all(all.map((who) => register("", who)))).map(({ status }) => status)).toEqual(
      all.map(() => 403),
    );
    expect(await countPeople()).toBe(0);
    await savePerson({ email: "first@example.org", role: "admin", withApiKey: false });
    expect(await countPeople()).toBe(1);
  } finally {
    await cms.destroy();
  }
});
