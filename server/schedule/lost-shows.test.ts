import { givenStation, refused, stationShows } from "./given/given.test-kit";
import { expect, test } from "vitest";
import { unfinishedOperations } from "@/server/cms/operations";
import { findShowById } from "@/server/cms/shows";
import { linkShow } from "@/server/cms/slots.test-kit";
import { settleAll } from "./settle-open";

test("a show that was linked anew meanwhile keeps its new link", async () => {
  await using given = await givenStation();
  await given.station.fault({ route: "POST /show-instances", kind: "cut-before" });
  await given.station.fault({ route: "GET /show-instances", kind: "500", times: "always" });
  expect((await refused(given.plan("tapes", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
  await given.station.clearFaults();
  await linkShow(given.shows.tapes, stationShows.jazz);
  await settleAll(given.deps);
  expect(await findShowById(given.shows.tapes)).toMatchObject({ libretimeShowId: stationShows.jazz });
  expect((await given.station.snapshot()).shows).toHaveLength(3);
});

test.each(["cut-after-saving", "cut-before"] as const)(
  "the show that another act has made since is not what was lost (%s): each has its own, and the first is settled",
  async (kind) => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /shows", kind });
    await given.station.fault({ route: "GET /shows", kind: "500", times: "always" });
    expect((await refused(given.plan("tapes", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    const { showId } = await given.plan("tapes", "22:00", "23:00");
    expect(await given.unplan("tapes", "22:00")).toEqual({ success: true });
    await given.station.clearFaults();
    await settleAll(given.deps);
    expect(await unfinishedOperations()).toEqual([]);
    expect((await given.station.snapshot()).shows.flatMap(({ id, name }) => (name === "Tapes" ? [id] : []))).toEqual([
      showId,
    ]);
    expect(await findShowById(given.shows.tapes)).toMatchObject({ libretimeShowId: showId });
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
  },
);
