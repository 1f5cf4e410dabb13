import { at, givenStation, type Given } from "@/server/schedule/given/given.test-kit";
import { describe, expect, test } from "vitest";
import { createEpisode } from "@/server/cms/episodes";
import { createSlot } from "@/server/cms/slots.test-kit";
import { instant } from "@/domain/time";
import { fittingEpisodes } from "./fitting";
import { fittingInput } from "./inputs";

/** Tracks from 40 on, with an episode each: "hour", "hour-too", "fifty", … */
const lengths = {
  hour: "01:00:00",
  "hour-too": "01:00:00",
  fifty: "00:50:00",
  over: "01:00:01",
  short: "00:10:00",
  pending: "00:59:00",
  grown: "01:20:00",
} as const;
type Name = keyof typeof lengths;
const names = Object.keys(lengths) as Name[];
const files = names.map((name, index) => ({
  id: 40 + index,
  track_title: name,
  length: lengths[name],
  ...(name === "pending" ? { import_status: 1 } : {}),
}));
const secondsOf = (length: string) => length.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

async function givenLibrary(): Promise<Given & { readonly ids: Readonly<Record<Name, string>> }> {
  const given = await givenStation({ world: { files } });
  const ids: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    // "grown" was picked when its file was shorter.
    const length = name === "grown" ? 3540 : secondsOf(lengths[name]);
    ids[name] = (
      await createEpisode(given.people.programmer, {
        title: name,
        showId: given.shows.tapes,
        libretimeTrackId: 40 + index,
        length,
        status: name === "fifty" ? "draft" : "ready",
      })
    ).id;
  }
  return { ...given, ids: ids as Record<Name, string> };
}

const fitting = async (given: Given, from: string, to: string, limit = 9) =>
  (await fittingEpisodes(given.deps, given.people.programmer, { from: at(from), to: at(to), limit })).map(
    ({ title }) => title,
  );

describe("what fits a gap", () => {
  test("is ready and no longer than it, the longest first; of equal ones what was not aired for the longest time", async () => {
    await using given = await givenLibrary();
    const aired = {
      showId: given.shows.tapes,
      title: "Tape",
      instanceId: 1,
      playoutId: 1,
      ownsInstance: true,
      plannedById: null,
    };
    expect((await fitting(given, "20:00", "21:00")).slice(0, 3)).toEqual(["hour", "hour-too", "fifty"]);
    const ago = (days: number) => ({
      startsAt: instant(Date.now() - days * 86_400_000),
      endsAt: instant(Date.now() - days * 86_400_000 + 3_600_000),
    });
    await createSlot({
      ...aired,
      content: { kind: "track", episodeId: given.ids.hour, trackId: 40, trackSeconds: 3600 },
      ...ago(3),
    });
    expect(await fitting(given, "20:00", "21:00")).toEqual(["hour-too", "hour", "fifty"]);
    await createSlot({
      ...aired,
      content: { kind: "track", episodeId: given.ids["hour-too"], trackId: 40, trackSeconds: 3600 },
      ...ago(1),
    });
    expect(await fitting(given, "20:00", "21:00", 2)).toEqual(["hour", "hour-too"]);
  });

  test("is nothing that leaves most of it silent, but always what fills half an hour", async () => {
    await using given = await givenLibrary();
    expect(await fitting(given, "20:00", "20:30")).toContain("short");
    expect(await fitting(given, "20:00", "20:50")).not.toContain("short");
    expect(await fitting(given, "12:00", "22:00")).toEqual(expect.arrayContaining(["grown", "over", "hour", "fifty"]));
    expect(await fitting(given, "20:00", "20:09")).toEqual([]);
  });

  test("is asked for between two instants in order", () => {
    expect(fittingInput.safeParse({ from: "2026-11-24T20:00:00Z", to: "2026-11-24T20:00:00Z" }).success).toBe(false);
    expect(fittingInput.parse({ from: "2026-11-24T20:00:00Z", to: "2026-11-24T21:00:00+00:00" }).limit).toBe(3);
  });
});
