import { describe, expect } from "vitest";
import { ask, idsOf, plan, type As } from "./kit/api";
import { journey } from "./kit/journey";
import { mondayFor, weekOf } from "./kit/weeks";

describe("who may", () => {
  journey("hosts and viewers read everything and change nothing, over REST, tRPC and Payload alike", async ({ station }) => {
    const week = weekOf(mondayFor("roles"), station);
    const planned = await plan("Concrete choir", week.at("Mon 20:00"), week.at("Mon 21:00"), { cookie: "programmer" });
    expect(planned.status).toBe(200);
    const before = await station.snapshot();
    const { episodeId, showId } = idsOf("Concrete choir");
    const times = { scheduledAt: week.at("Tue 20:00"), scheduledEnd: week.at("Tue 21:00") };
    const window = { from: week.at("Mon 00:00"), to: week.at("Sun 24:00") };
    const acts: readonly (readonly [method: string, path: string, body: object])[] = [
      ["POST", "/api/schedule/planOne", { showId, episodeId, ...times }],
      ["DELETE", "/api/schedule/unplanOne", { episodeId, scheduledAt: week.at("Mon 20:00") }],
      ["POST", "/api/trpc/planOne", { showId, episodeId, ...times }],
      ["POST", "/api/trpc/unplanOne", { episodeId, scheduledAt: week.at("Mon 20:00") }],
      ["POST", "/api/trpc/moveOne", { slotId: planned.body.slotId, ...times }],
      ["POST", "/api/trpc/replaceOne", { showId, episodeId, ...times, replaces: [planned.body.slotId] }],
      ["POST", "/api/episodes", { title: "Mine", show: showId }],
      ["PATCH", `/api/episodes/${episodeId}`, { title: "Mine" }],
      ["DELETE", `/api/episodes/${episodeId}`, {}],
      ["POST", "/api/slots", { title: "Mine" }],
    ];
    const readers: readonly As[] = [{ cookie: "host" }, { cookie: "viewer" }, { key: "host" }, { key: "viewer" }];
    for (const as of readers) {
      for (const [method, path, body] of acts) expect(`${(await ask(path, { as, method, body })).status} ${method} ${path}`).toBe(`403 ${method} ${path}`);
      const read = await ask(`/api/schedule/listSlots?${new URLSearchParams(window)}`, { as });
      expect(read.body.slots).toEqual([expect.objectContaining({ title: "Concrete choir" })]);
    }
    for (const [method, path, body] of acts.slice(0, 6)) expect(`${(await ask(path, { as: "nobody", method, body })).status} ${path}`).toBe(`401 ${path}`);
    const unread = await ask(`/api/schedule/listSlots?${new URLSearchParams(window)}`, { as: "nobody" });
    expect(unread).toMatchObject({ status: 401, body: { success: false, code: "UNAUTHENTICATED" } });
    expect(await station.snapshot()).toEqual(before);
  });

  journey("people are the admin's: nobody makes oneself a programmer, and nobody reads another's key", async () => {
    const me = await ask("/api/users/me", { as: { cookie: "viewer" } });
    const promoted = await ask(`/api/users/${me.body.user.id}`, { as: { cookie: "viewer" }, method: "PATCH", body: { role: "admin" } });
    expect(promoted.body.doc?.role ?? "viewer").toBe("viewer");
    const everybody = await ask("/api/users?limit=50", { as: { cookie: "viewer" } });
    const others = everybody.body.docs.filter((each: { id: string }) => each.id !== me.body.user.id);
    expect(others.length).toBeGreaterThan(2);
    for (const other of others) expect(Object.keys(other)).not.toContain("apiKey");
    expect((await ask("/api/users", { as: { cookie: "programmer" }, method: "POST", body: { email: "x@colline.example", password: "12345678", name: "X", role: "admin" } })).status).toBe(403);
  });
});
