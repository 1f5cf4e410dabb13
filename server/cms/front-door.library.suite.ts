import { expect, test } from "vitest";
import { hours, instant, later } from "@/domain/time";
import type { GivenCms } from "./cms.test-kit";
import { nowhere, programmeIn } from "./programme.test-kit";

/** Episodes and shows, and how they are found. */
export function librarySuite(given: () => GivenCms): void {
  const programme = (title?: string) => programmeIn(given(), title);

  test("an episode is found by title, show, host, genre and tag, without case and accents", async () => {
    const { searchEpisodes } = await import("./episodes");
    const { episode } = await programme("Löwenzahn 100%");
    const idsFor = async (q: string) =>
      (await searchEpisodes(given().people.viewer, { q, limit: 200 })).items.map(({ id }) => id);
    for (const q of [
      "LOWENZAHN",
      "löwenzahn été",
      "zahn orleans",
      "lowen robin host",
      "lowen drone",
      "lowen night",
      "100%",
      "  lowen   calm ",
    ])
      expect({ q, ids: await idsFor(q) }).toEqual({ q, ids: [episode.id] });
    for (const q of ["lowen jazz", "1_0%", "löwenzahn x", "'; DROP TABLE slots; --"])
      expect({ q, ids: await idsFor(q) }).toEqual({ q, ids: [] });
  });

  test("a host who is renamed is found by the new name", async () => {
    const { searchEpisodes } = await import("./episodes");
    const { episode } = await programme("Renaming");
    await given().cms.update({ collection: "users", id: given().people.host.id, data: { name: "Zoé" } });
    expect((await searchEpisodes(given().people.viewer, { q: "renaming zoe" })).items[0]?.id).toBe(episode.id);
    await given().cms.update({ collection: "users", id: given().people.host.id, data: { name: "Robin the host" } });
  });

  test("what has aired comes after what has not, and pages do not overlap", async () => {
    const [{ searchEpisodes }, { createSlot }] = [await import("./episodes"), await import("./slots.test-kit")];
    const [never, longAgo, lately] = [
      await programme("Sorting 1"),
      await programme("Sorting 2"),
      await programme("Sorting 3"),
    ];
    const past = (hoursAgo: number) => ({
      startsAt: later(instant(Date.now()), hours(-hoursAgo)),
      endsAt: later(instant(Date.now()), hours(1 - hoursAgo)),
    });
    await createSlot({ ...longAgo.draft(0, 1), ...past(500) });
    await createSlot({ ...lately.draft(0, 1), ...past(20) });
    await createSlot({ ...lately.draft(0, 1), ...past(-20) });
    const { viewer } = given().people;
    const ids = async (query: object) =>
      (await searchEpisodes(viewer, { q: "sorting", ...query })).items.map(({ id }) => id);
    expect(await ids({})).toEqual([never.episode.id, longAgo.episode.id, lately.episode.id]);
    expect(await ids({ neverAired: true })).toEqual([never.episode.id]);
    expect(await ids({ notAiredSince: later(instant(Date.now()), hours(-100)) })).toEqual([
      never.episode.id,
      longAgo.episode.id,
    ]);
    expect([
      ...(await ids({ limit: 1 })),
      ...(await ids({ limit: 1, page: 2 })),
      ...(await ids({ limit: 1, page: 3 })),
      ...(await ids({ limit: 1, page: 4 })),
    ]).toEqual(await ids({}));
    expect(await ids({ showIds: [lately.show.id, "nonsense"] })).toEqual([lately.episode.id]);
    expect(
      await ids({ genres: ["Drone", "Jazz"], tags: ["night"], shortest: 3600, longest: 3600, sort: "title" }),
    ).toHaveLength(3);
    expect([
      await ids({ genres: ["Jazz"] }),
      await ids({ shortest: 3601 }),
      await ids({ status: ["archived"] }),
    ]).toEqual([[], [], []]);
    const hit = (await searchEpisodes(viewer, { q: "sorting 3" })).items[0]!;
    expect([hit.id, hit.showTitle, hit.lastAiredAt! < Date.now(), hit.nextAt! > Date.now()]).toEqual([
      lately.episode.id,
      lately.show.title,
      true,
      true,
    ]);
    for (const sort of ["show", "newest", "shortest", "longest"] as const) expect(await ids({ sort })).toHaveLength(3);
  });

  test("listeners read no title of a draft", async () => {
    const { publicTitles } = await import("./episodes");
    const { episode } = await programme();
    expect(await publicTitles([episode.id, nowhere, "x"])).toEqual(new Map([[episode.id, "Tape loops"]]));
    await given().cms.update({ collection: "episodes", id: episode.id, data: { status: "draft" } });
    expect(await publicTitles([episode.id])).toEqual(new Map());
  });

  test("a show is linked once, and one of LibreTime's belongs to one of ours", async () => {
    const [{ findShow, findShowById, listShows }, { linkShow }] = [
      await import("./shows"),
      await import("./slots.test-kit"),
    ];
    const [one, other] = [await programme(), await programme()];
    await linkShow(one.show.id, 7);
    expect(await findShow(given().people.viewer, one.show.id)).toEqual({ ...one.show, libretimeShowId: 7 });
    expect((await listShows(given().people.viewer)).find(({ id }) => id === one.show.id)?.libretimeShowId).toBe(7);
    await expect(linkShow(other.show.id, 7)).rejects.toThrow();
    await linkShow(one.show.id, null);
    await linkShow(other.show.id, null);
    expect((await findShowById(one.show.id))?.libretimeShowId).toBeNull();
  });
}
