import { ask, idsOf, plan, type As } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { mondayFor, weekOf } from "./kit/weeks";

const programmer: As = { key: "programmer" };

journey.describe("REST, for scripts and other systems", () => {
  journey("plans, answers with LibreTime's ids, and is idempotent", async ({ station }) => {
    const week = weekOf(mondayFor("rest"), station);
    const answer = await plan("Signal to sea", week.at("Mon 10:00"), week.at("Mon 11:00"));
    expect(answer).toMatchObject({ status: 200, body: { success: true, slotId: expect.any(String) } });
    const { schedule, "show-instances": instances } = await station.snapshot();
    const row = schedule.find((each) => each["id"] === answer.body.playoutId);
    expect(row).toMatchObject({ instance: answer.body.instanceId });
    expect(instances.find((each) => each["id"] === answer.body.instanceId)).toMatchObject({ show: answer.body.showId });
    expect(await week.onAir("Mon")).toEqual(["Mon 10:00:00–11:00:00 Signal to sea"]);

    const before = await station.snapshot();
    const again = await plan("Signal to sea", week.at("Mon 10:00").replace("Z", ".000Z"), week.at("Mon 11:00"));
    expect(again).toMatchObject({
      status: 200,
      body: { success: true, idempotent: true, playoutId: answer.body.playoutId },
    });
    expect(await station.snapshot()).toEqual(before);
  });

  journey(
    "refuses what is taken with everybody who is there, and leaves LibreTime byte for byte",
    async ({ station }) => {
      const week = weekOf(mondayFor("rest"), station);
      await plan("Cones and draughts", week.at("Tue 20:00"), week.at("Tue 21:00"));
      await plan("Dawn, pylons", week.at("Tue 21:00"), week.at("Tue 21:30"));
      const before = await station.snapshot();
      const other = await plan("The weight of rooms", week.at("Tue 20:30"), week.at("Tue 22:00"));
      expect(other).toMatchObject({
        status: 409,
        body: { success: false, code: "SLOT_OVERLAP", error: expect.stringContaining("Kiln") },
      });
      expect(other.body.details.conflicts.map((each: { title: string }) => each.title)).toEqual([
        "Cones and draughts",
        "Dawn, pylons",
      ]);
      expect(other.body.details).toMatchObject({
        conflictingStart: week.at("Tue 20:00"),
        conflictingEnd: week.at("Tue 21:00"),
        conflictingPlayoutId: expect.any(Number),
      });
      const same = await plan("Cones and draughts", week.at("Tue 20:30"), week.at("Tue 21:30"));
      expect(same).toMatchObject({ status: 409, body: { code: "TRACK_OVERLAP" } });
      expect(await station.snapshot()).toEqual(before);
    },
  );

  journey("takes off by JSON and by query string, and says when there was nothing", async ({ station }) => {
    const week = weekOf(mondayFor("rest"), station);
    const { episodeId } = idsOf("Piano alone");
    const [early, late] = [week.at("Wed 08:00"), week.at("Wed 22:00")];
    await plan("Piano alone", early, week.at("Wed 08:30"));
    await plan("Piano alone", late, week.at("Wed 22:30"));
    expect(await week.onAir("Wed")).toHaveLength(2);

    const byBody = await ask("/api/schedule/unplanOne", {
      as: programmer,
      method: "DELETE",
      body: { episodeId, scheduledAt: early },
    });
    expect(byBody).toEqual({ status: 200, body: { success: true } });
    const byQuery = await ask(`/api/schedule/unplanOne?${new URLSearchParams({ episodeId, scheduledAt: late })}`, {
      as: programmer,
      method: "DELETE",
    });
    expect(byQuery).toEqual({ status: 200, body: { success: true } });
    expect(await week.onAir("Wed")).toEqual([]);
    expect(await week.instances("Wed")).toEqual([]);

    const nothing = await ask("/api/schedule/unplanOne", {
      as: programmer,
      method: "DELETE",
      body: { episodeId, scheduledAt: late },
    });
    expect(nothing).toEqual({ status: 200, body: { success: true, noop: true } });
  });

  journey("lists what stands there, ours and gaps, with its time zone", async ({ station }) => {
    const week = weekOf(mondayFor("rest"), station);
    await plan("Marsh at four in the morning", week.at("Thu 04:00"), week.at("Thu 05:00"));
    const window = new URLSearchParams({ from: week.at("Thu 00:00"), to: week.at("Fri 00:00") });
    const { status, body } = await ask(`/api/schedule/listSlots?${window}`, { as: { key: "viewer" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ timeZone: "Europe/Paris", asOf: expect.stringMatching(/Z$/) });
    expect(body.slots).toEqual([
      expect.objectContaining({
        kind: "planned",
        state: "on-libretime",
        title: "Marsh at four in the morning",
        showName: "Field Notes",
        startsAt: week.at("Thu 04:00"),
        endsAt: week.at("Thu 05:00"),
        warnings: [{ code: "DEAD_AIR", seconds: 930 }],
      }),
    ]);
    expect(body.gaps).toContainEqual({
      startsAt: week.at("Thu 04:44:30"),
      endsAt: week.at("Thu 05:00"),
      inside: body.slots[0].id,
    });
  });

  journey("judges in the settled order, and always in JSON", async ({ station }) => {
    const week = weekOf(mondayFor("rest"), station);
    const before = await station.snapshot();
    const times = { scheduledAt: week.at("Fri 10:00"), scheduledEnd: week.at("Fri 11:00") };
    const wanted = { ...idsOf("Signal to sea"), ...times };
    const door = (body: unknown, as: As = programmer) => ask("/api/schedule/planOne", { as, method: "POST", body });
    const codeOf = async (answer: ReturnType<typeof door>) =>
      answer.then(({ status, body }) => `${status} ${body.code}`);
    expect(await codeOf(door("{", "nobody"))).toBe("401 UNAUTHENTICATED");
    expect(await codeOf(door("{", { key: "host" }))).toBe("403 FORBIDDEN");
    expect(await codeOf(door("{"))).toBe("400 MALFORMED_REQUEST");
    expect(await codeOf(door({ ...wanted, showId: "" }))).toBe("400 MISSING_FIELDS");
    expect(await codeOf(door({ ...wanted, scheduledAt: "2027-01-05T10:00:00" }))).toBe("400 INVALID_TIME");
    expect(await codeOf(door({ ...wanted, scheduledEnd: times.scheduledAt }))).toBe("400 INVALID_TIME_RANGE");
    expect(await codeOf(door({ ...wanted, episodeId: "no such" }))).toBe("404 EPISODE_NOT_FOUND");
    expect(await codeOf(door({ ...wanted, showId: "no such" }))).toBe("404 SHOW_NOT_FOUND");
    expect(await codeOf(door({ ...wanted, showId: idsOf("Piano alone").showId }))).toBe("400 SHOW_MISMATCH");
    expect(
      await codeOf(door({ ...wanted, scheduledAt: "2020-01-05T10:00:00Z", scheduledEnd: "2020-01-05T11:00:00Z" })),
    ).toBe("422 IN_THE_PAST");
    const pending = await door({ ...idsOf("Bricklayers and brass"), ...times });
    expect(pending).toMatchObject({
      status: 422,
      body: { code: "TRACK_NOT_READY", details: { reason: "import-pending" } },
    });
    const dry = await door({ ...wanted, dryRun: true });
    expect(dry).toEqual({ status: 200, body: { success: true, dryRun: true, warnings: [] } });
    expect(await station.snapshot()).toEqual(before);
  });
});
