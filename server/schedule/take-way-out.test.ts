import { at, expectRefused, givenStation, refused, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { onWire as wire } from "@/domain/slots";
import { minutes } from "@/domain/time";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import { foreign } from "./given/foreign.test-kit";
import { history } from "./history";
import { previewOneInput, takeWayOutInput } from "./inputs";
import { previewOne, type OptionOnWire, type Preview } from "./preview-one";
import { takeWayOut } from "./take-way-out";
import { undoOne } from "./undo-one";
import { weekNow } from "./week-now";
import { matter, stretch } from "./given/many.test-kit";

const within = { startsAt: at("00:00"), endsAt: at("48:00") };

const onWire = (startsAt: string, endsAt: string) => wire(stretch(startsAt, endsAt));

describe("a way out is applied as it was previewed", () => {
  const preview = (given: Given, startsAt: string, endsAt: string): Promise<Preview> =>
    previewOne(given.deps, given.people.programmer, {
      ...given.wish("night2", startsAt, endsAt),
      to: stretch(startsAt, endsAt),
      within,
    });
  const take = (given: Given, option: Pick<OptionOnWire, "kind" | "effects" | "token">, wish?: object) => {
    const { showId, episodeId } = given.wish("night2", "20:00", "21:00");
    return takeWayOut(
      given.deps,
      given.people.programmer,
      takeWayOutInput.parse({ showId, episodeId, option, token: option.token, wish }),
    );
  };

  test("whichever: afterwards nothing overlaps, nothing is lost, and one undo gives the station back", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.plan("tapes", "21:00", "22:00");
    const before = [await given.heard(), await matter(given)];
    const { inTheWay, options } = await preview(given, "20:30", "21:30");
    expect(inTheWay).toHaveLength(2);
    expect(options.length).toBeGreaterThan(4);
    for (const { kind } of options) {
      const option = (await preview(given, "20:30", "21:30")).options.find((each) => each.kind === kind)!;
      await take(given, option);
      const heard = await given.heard();
      expect(heard.filter((line) => line.includes("#2"))).toHaveLength(1);
      expect((await given.list()).slots.map(({ state }) => state)).toEqual(heard.map(() => "on-libretime"));
      const [last] = await history(given.people.programmer, 1);
      await undoOne(given.deps, given.people.programmer, { operationId: last!.operationId });
      expect([kind, await given.heard(), await matter(given)]).toEqual([kind, ...before]);
    }
  });

  test("another world is STALE_PLAN, and nothing is written; what happens elsewhere does not matter", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const { options } = await preview(given, "20:30", "21:30");
    const push = options.find(({ effects }) => effects.length > 1)!;
    await given.plan("short", "14:00", "15:00");
    await given.move(slotId, "20:00", "20:50");
    await expectRefused(given, "STALE_PLAN", () => take(given, push));
  });

  test("a world that has changed is told with fresh ways out, and they can be taken", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const push = (await preview(given, "20:30", "21:30")).options.find(({ effects }) => effects.length > 1)!;
    await given.move(slotId, "20:00", "20:50");
    const stale = await refused(take(given, push, { to: onWire("20:30", "21:30"), within: onWire("00:00", "48:00") }));
    expect(stale).toEqual({ code: "STALE_PLAN", options: (await preview(given, "20:30", "21:30")).options });
    const [fresh] = (stale as unknown as Preview).options;
    await take(given, fresh!);
    expect((await given.heard()).filter((line) => line.includes("#2"))).toHaveLength(1);
  });

  test("of a slot that moves from a time that is not looked at, its own place and its own track count", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("short", "14:00", "15:00");
    await given.plan("tapes", "20:00", "21:00");
    const { showId, episodeId } = given.wish("short", "20:00", "21:00");
    const { options } = await previewOne(
      given.deps,
      given.people.programmer,
      previewOneInput.parse({
        showId,
        episodeId,
        slotId,
        to: onWire("20:00", "21:00"),
        within: onWire("18:00", "24:00"),
      }),
    );
    expect(options.find(({ kind }) => kind === "swap")?.effects).toMatchObject([
      { slotId, before: onWire("14:00", "15:00"), after: onWire("20:00", "21:00") },
      { after: onWire("14:00", "15:00") },
    ]);
    expect(options.find(({ kind }) => kind === "trim-wish")).toBeUndefined();
  });

  test("a token does not open the guard: what was made up is judged like any wish", async () => {
    await using given = await givenStation();
    await foreign(given, "20:00", "21:00");
    const week = await weekNow(given.deps, [within]);
    const { tokenOf } = await import("@/domain/ways-out/token");
    const made = {
      kind: "as-wished" as const,
      effects: [{ slotId: null, episodeId: given.episodes.night2, before: null, after: stretch("20:30", "21:30") }],
    };
    const effects = [{ ...made.effects[0]!, after: onWire("20:30", "21:30") }];
    await expectRefused(given, "SLOT_OVERLAP", () => take(given, { ...made, effects, token: tokenOf(made, week) }));
    expect(
      proposeWaysOut(
        week,
        { episodeId: "e", trackSeconds: 3600, to: stretch("20:30", "21:30") },
        { policy: { zone: given.deps.zone, within, step: minutes(5), shortest: minutes(5) }, now: at("12:00") },
      ).every(({ kind }) => kind !== "as-wished"),
    ).toBe(true);
  });
});
