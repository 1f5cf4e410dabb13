import { ask, idsOf, plan, type Answer, type As } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { stack } from "./kit/stack";
import { mondayFor, weekOf } from "./kit/weeks";

/** "403 FORBIDDEN": the status and our code, wherever that door writes it; or Payload's own sentence. */
function refusalOf({ status, body }: Answer): string {
  return `${status} ${body.code ?? body.error?.data?.problem?.code ?? body.errors?.[0]?.message ?? JSON.stringify(body)}`;
}

const PAYLOADS = "403 You are not allowed to perform this action.";
const isOurs = (path: string) => /^\/api\/(schedule|trpc)\//.test(path);

journey.describe("who may", () => {
  journey(
    "hosts and viewers read everything and change nothing, over REST, tRPC and Payload alike",
    async ({ station }) => {
      const week = weekOf(mondayFor("roles"), station);
      const planned = await plan("Concrete choir", week.at("Mon 20:00"), week.at("Mon 21:00"), {
        cookie: "programmer",
      });
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
        for (const [method, path, body] of acts) {
          expect([path, refusalOf(await ask(path, { as, method, body }))]).toEqual([
            path,
            isOurs(path) ? "403 FORBIDDEN" : PAYLOADS,
          ]);
        }
        const read = await ask(`/api/schedule/listSlots?${new URLSearchParams(window)}`, { as });
        expect(read.body.slots).toEqual([expect.objectContaining({ title: "Concrete choir" })]);
      }
      for (const [method, path, body] of acts.filter(([, path]) => isOurs(path))) {
        expect([path, refusalOf(await ask(path, { as: "nobody", method, body }))]).toEqual([
          path,
          "401 UNAUTHENTICATED",
        ]);
      }
      const unread = await ask(`/api/schedule/listSlots?${new URLSearchParams(window)}`, { as: "nobody" });
      expect(unread).toMatchObject({ status: 401, body: { success: false, code: "UNAUTHENTICATED" } });
      expect(await station.snapshot()).toEqual(before);
    },
  );

  journey("people are the admin's: nobody makes oneself a programmer, and nobody reads another's key", async () => {
    const me = await ask("/api/users/me", { as: { cookie: "viewer" } });
    expect(me.body.user.role).toBe("viewer");
    const mine = `/api/users/${me.body.user.id}`;
    // What one may change of oneself is changed; the role beside it is not.
    const promoted = await ask(mine, {
      as: { cookie: "viewer" },
      method: "PATCH",
      body: { name: "Vera Renamed", role: "admin" },
    });
    expect(promoted).toMatchObject({ status: 200, body: { doc: { name: "Vera Renamed", role: "viewer" } } });
    const admin: As = { cookie: "admin" };
    expect((await ask(mine, { as: admin })).body).toMatchObject({ name: "Vera Renamed", role: "viewer" });
    const back = await ask(mine, { as: admin, method: "PATCH", body: { name: me.body.user.name } });
    expect(back).toMatchObject({ status: 200, body: { doc: { name: me.body.user.name } } });
    const everybody = await ask("/api/users?limit=50", { as: { cookie: "viewer" } });
    const others = everybody.body.docs.filter((each: { id: string }) => each.id !== me.body.user.id);
    expect(others.length).toBeGreaterThan(2);
    for (const other of others) expect(Object.keys(other)).toEqual(expect.arrayContaining(["id", "name", "role"]));
    for (const other of others) expect(Object.keys(other)).not.toContain("apiKey");
    const people = await ask("/api/users?limit=50", { as: admin });
    expect(people.body.docs.map(({ name, role }: { name: string; role: string }) => [name, role]).toSorted()).toEqual(
      Object.values(stack().seeded.people)
        .map(({ name, role }) => [name, role])
        .toSorted(),
    );
    expect(
      (
        await ask("/api/users", {
          as: { cookie: "programmer" },
          method: "POST",
          body: { email: "x@colline.example", password: "12345678", name: "X", role: "admin" },
        })
      ).status,
    ).toBe(403);
    expect((await ask("/api/users?limit=50", { as: admin })).body.totalDocs).toBe(people.body.totalDocs);
  });
});
