import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder, settingsFor } from "@/server/cms/cms.test-kit";
import { demoShows } from "./demo-shows";

const folder = aFolder();
beforeAll(async () => {
  Object.assign(process.env, settingsFor(`file:${folder.path}/demo.db`));
  (await import("@/server/log")).log.level = "fatal";
});
afterAll(async () => {
  await (await (await import("@/server/cms/cms")).getCms()).destroy();
  folder[Symbol.dispose]();
});

const files = demoShows.flatMap(({ title }, show) =>
  [1, 2].map((n) => ({
    id: show * 10 + n,
    title: `Part ${n}`,
    artist: title,
    album: `${title}, series ${n}`,
    genre: "Jazz",
    mood: "Calm",
    lengthSeconds: 1795.4,
  })),
);
const password = "a password for the demo";
const foreign = { id: 900, title: "News", artist: "Agency", album: null, genre: null, mood: null, lengthSeconds: 120 };

test("an empty database gets the demo, once, and a seeding that was cut off is taken up again", async () => {
  const { seedCms, demoActors, demoEpisodes } = await import("./seed");
  const { isMarked } = await import("@/server/cms/marks");
  const { getCms } = await import("@/server/cms/cms");
  const { searchEpisodes } = await import("@/server/cms/episodes");
  expect(await seedCms({ files: [...files, foreign], password })).toBe(true);
  expect(await seedCms({ files, password })).toBe(false);
  const [admin, programmer] = await demoActors();
  expect([admin?.role, programmer?.role]).toEqual(["admin", "programmer"]);
  expect(await demoEpisodes(admin!)).toHaveLength(24);
  const counts = async () => [
    (await searchEpisodes(admin!, { limit: 1 })).total,
    (await (await getCms()).count({ collection: "users" })).totalDocs,
    (await (await getCms()).count({ collection: "shows" })).totalDocs,
  ];
  const before = await counts();
  expect(before).toEqual([27, 15, 12]);
  await (await getCms()).kv.delete("airweek:demo-seeded");
  expect([await isMarked("demo-seeded"), await seedCms({ files, password }), await counts()]).toEqual([
    false,
    true,
    before,
  ]);
});
