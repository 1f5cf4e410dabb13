import { at, givenStation, makeEpisode, refused, tracks, type Given } from "../given/given.test-kit";
import { describe, expect, test } from "vitest";
import { fillOf } from "@/domain/patterns/fill-of";
import { holesOf } from "@/domain/patterns/holes-of";
import { formatInstant, instant, seconds } from "@/domain/time";
import { weekInterval, type CalendarDay } from "@/domain/zone";
import { getCms } from "@/server/cms/cms";
import { listRules } from "@/server/cms/patterns";
import { arrangeMany } from "../plan-many";
import { settleAll } from "../settle-open";
import { undoOne } from "../undo-one";
import { saveRuleInput } from "./inputs";
import { removeRule, saveRule } from "./save-rule";
import { stockFor } from "./stock";

const MONDAY = "2026-11-30" as CalendarDay;

/** Tuesday 20:00, an hour, every week. */
async function save(given: Given, over: object = {}) {
  return saveRule(
    given.deps,
    given.people.programmer,
    saveRuleInput.parse({
      showId: given.shows.night,
      weekday: 2,
      startTime: "20:00",
      minutes: 60,
      anchor: "2026-11-24",
      ...over,
    }),
  );
}

async function clear(given: Given) {
  for (const { id } of await listRules(given.people.programmer))
    await removeRule(given.deps, given.people.programmer, { id });
}

describe("a regular slot", () => {
  test("is kept, listed, changed and removed, and each is told; removed twice is fine", async () => {
    await using given = await givenStation();
    await clear(given);
    const told: string[] = [];
    given.deps.news.subscribe(({ kind }) => told.push(kind));
    const rule = await save(given, { everyWeeks: 2, until: "2027-01-31", skipped: ["2026-12-08"] });
    expect(await listRules(given.people.programmer)).toEqual([
      {
        id: rule.id,
        showId: given.shows.night,
        weekday: 2,
        startTime: "20:00",
        minutes: 60,
        everyWeeks: 2,
        anchor: "2026-11-24",
        kind: "premiere",
        follows: null,
        from: null,
        until: "2027-01-31",
        skipped: ["2026-12-08"],
      },
    ]);
    expect(await save(given, { id: rule.id, startTime: "21:00" })).toMatchObject({
      id: rule.id,
      startTime: "21:00",
      everyWeeks: 1,
      until: null,
      skipped: [],
    });
    expect(await removeRule(given.deps, given.people.programmer, { id: rule.id })).toEqual({ success: true });
    expect(await removeRule(given.deps, given.people.programmer, { id: rule.id })).toEqual({
      success: true,
      noop: true,
    });
    expect([await listRules(given.people.programmer), told]).toEqual([[], Array(3).fill("patterns-changed")]);
  });

  test("of a rerun follows a premiere of its own show, and nothing else; a premiere that is removed is followed no more", async () => {
    await using given = await givenStation();
    await clear(given);
    const premiere = await save(given);
    const rerun = await save(given, { weekday: 5, kind: "rerun", follows: premiere.id });
    expect(rerun.follows).toBe(premiere.id);
    expect((await save(given, { follows: premiere.id })).follows).toBeNull();
    expect(await refused(save(given, { kind: "rerun", follows: rerun.id }))).toMatchObject({
      code: "MALFORMED_REQUEST",
    });
    expect(
      await refused(save(given, { kind: "rerun", follows: premiere.id, showId: given.shows.tapes })),
    ).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(await refused(save(given, { id: premiere.id, kind: "rerun", follows: premiere.id }))).toMatchObject({
      code: "MALFORMED_REQUEST",
    });
    for (const other of [{ kind: "rerun" }, { showId: given.shows.tapes }] as const)
      expect(await refused(save(given, { id: premiere.id, ...other }))).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(await save(given, { id: premiere.id, weekday: 3 })).toMatchObject({ weekday: 3 });
    const cms = await getCms();
    for (const data of [
      { kind: "rerun", follows: premiere.id },
      { firstDay: "2026-12-08", lastDay: "2026-12-01" },
    ] as const)
      await expect(
        cms.update({ collection: "patterns", id: premiere.id, data, overrideAccess: true }),
      ).rejects.toMatchObject({ status: 400 });
    const gone = "00000000-0000-4000-8000-000000000000";
    expect(await refused(save(given, { kind: "rerun", follows: gone }))).toMatchObject({ code: "RULE_NOT_FOUND" });
    expect(await refused(save(given, { id: gone }))).toMatchObject({ code: "RULE_NOT_FOUND" });
    await removeRule(given.deps, given.people.programmer, { id: premiere.id });
    expect((await listRules(given.people.programmer)).find(({ id }) => id === rerun.id)?.follows).toBeNull();
  });

  test("goes with its show, and nothing else does", async () => {
    await using given = await givenStation();
    await clear(given);
    const show = await (
      await getCms()
    ).create({ collection: "shows", data: { title: "Short-lived" }, overrideAccess: true });
    const kept = await save(given);
    const premiere = await save(given, { showId: show.id });
    await save(given, { showId: show.id, kind: "rerun", follows: premiere.id, skipped: ["2026-12-08"] });
    await (await getCms()).delete({ collection: "shows", id: show.id, overrideAccess: true });
    expect((await listRules(given.people.programmer)).map(({ id }) => id)).toEqual([kept.id]);
  });
});

test("two who fill at once with the same next episode give it one premiere", async () => {
  await using given = await givenStation();
  const fill = (startsAt: string, endsAt: string) =>
    arrangeMany(given.deps, given.people.programmer, {
      mode: "all",
      changes: [
        {
          showId: given.shows.night,
          episodeId: given.episodes.night1,
          to: { startsAt: at(startsAt), endsAt: at(endsAt) },
          premiere: true,
        },
      ],
    });
  const [one, two] = await Promise.allSettled([fill("20:00", "21:00"), fill("30:00", "31:00")]);
  expect([one.status, two.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await refused(fill("40:00", "41:00"))).toEqual({ code: "STALE_PLAN" });
  expect(await given.heard()).toHaveLength(1);
});

test("an episode has one premiere in an act, and none while another may stand", async () => {
  await using given = await givenStation({ timeoutMs: 600 });
  const { showId, episodeId } = given.wish("night1", "20:00", "21:00");
  const premiere = (startsAt: string, endsAt: string) =>
    ({ showId, episodeId, to: { startsAt: at(startsAt), endsAt: at(endsAt) }, premiere: true }) as const;
  const fill = (...changes: readonly ReturnType<typeof premiere>[]) =>
    arrangeMany(given.deps, given.people.programmer, { mode: "best", changes: [...changes] });
  await given.station.fault({ route: "GET /schedule", kind: "500", times: "always", nth: 2 });
  expect((await refused(fill(premiere("20:00", "21:00")))).code).toBe("OUTCOME_UNKNOWN");
  await given.station.clearFaults();
  await given.station.fault({ route: "GET /schedule/*", kind: "500", times: 3 });
  expect(await fill(premiere("22:00", "23:00"))).toMatchObject({
    placed: [],
    refused: [{ index: 0, problem: { code: "OUTCOME_UNKNOWN" } }],
  });
  await settleAll(given.deps);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  await given.unplan("night1", "20:00");
  expect(await fill(premiere("20:00", "21:00"), premiere("22:00", "23:00"))).toMatchObject({
    placed: [{}],
    refused: [{ index: 1, problem: { code: "STALE_PLAN" } }],
  });
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
});

test("holes are filled in the show's order as one act: that is what airs, reruns too, and one undo gives the station back", async () => {
  await using given = await givenStation();
  await clear(given);
  const show = await (await getCms()).create({ collection: "shows", data: { title: "Serial" }, overrideAccess: true });
  const made: string[] = [];
  for (const [title, track] of [
    ["Part 1", tracks.night1],
    ["Part 2", tracks.pending],
    ["Part 3", tracks.long],
    ["Part 4", tracks.short],
  ] as const)
    made.push(await makeEpisode(show.id, title, track));
  const premiere = await save(given, { showId: show.id });
  await save(given, { showId: show.id, weekday: 5, startTime: "10:00", kind: "rerun", follows: premiere.id });
  const week = weekInterval(given.deps.zone, MONDAY);
  const window = { startsAt: week.startsAt, endsAt: weekInterval(given.deps.zone, "2026-12-07" as CalendarDay).endsAt };

  const preview = async () => {
    const rules = await listRules(given.people.programmer);
    const stock = await stockFor(given.deps, given.people.programmer, { from: window.startsAt, to: window.endsAt });
    const standing = (await given.slots()).map(({ id, showId, startsAt, endsAt }) => ({
      id,
      showId,
      startsAt,
      endsAt,
    }));
    const at = (iso: string) => instant(Date.parse(iso));
    return fillOf(holesOf(rules, standing, { window, zone: given.deps.zone, now: given.deps.now() }), {
      zone: given.deps.zone,
      rules,
      stock: new Map(stock.shows.map(({ showId, episodes }) => [showId, episodes])),
      reach: seconds(stock.reachSeconds),
      aired: stock.aired.map((each) => ({ ...each, startsAt: at(each.startsAt), endsAt: at(each.endsAt) })),
    });
  };
  const filling = await preview();
  expect(
    filling.map((each) =>
      "empty" in each ? each.empty.why : [each.episode.title, each.cut, each.passedOver.map(({ title }) => title)],
    ),
  ).toEqual([
    ["Part 1", 0, []],
    ["Part 1", 0, []],
    ["Part 3", 120, ["Part 2"]],
    ["Part 3", 120, []],
  ]);

  const before = await given.slots();
  const changes = filling.flatMap((each) =>
    "empty" in each
      ? []
      : [
          {
            showId: show.id,
            episodeId: each.episode.id,
            to: { startsAt: each.hole.startsAt, endsAt: each.hole.endsAt },
          },
        ],
  );
  await arrangeMany(given.deps, given.people.programmer, { changes, mode: "all", idempotencyKey: "fill" });
  const aired = (await given.station.onAir(formatInstant(window.startsAt), formatInstant(window.endsAt))).entries.map(
    ({ startsAt, title }) => [startsAt, title],
  );
  expect(aired).toEqual(
    filling.map(({ hole }, index) => [
      formatInstant(hole.startsAt),
      index < 2 ? "Night Flight #1" : "Night Flight, long",
    ]),
  );
  expect(await preview()).toEqual([]);
  const {
    shows: [stock],
  } = await stockFor(given.deps, given.people.programmer, { from: window.startsAt, to: window.endsAt });
  expect(stock?.episodes.map(({ title, isPlanned, notReady }) => [title, isPlanned, notReady])).toEqual([
    ["Part 1", true, null],
    ["Part 2", false, "import-pending"],
    ["Part 3", true, null],
    ["Part 4", false, null],
  ]);

  await undoOne(given.deps, given.people.programmer, { ofKey: "fill", idempotencyKey: undefined });
  expect(await given.slots()).toEqual(before);
  expect((await given.station.onAir(formatInstant(window.startsAt), formatInstant(window.endsAt))).entries).toEqual([]);
});
