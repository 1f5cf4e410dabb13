import { givenDoors } from "@/server/rest/doors.test-kit";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { GET as trpcGet } from "@/app/api/trpc/[trpc]/route";
import { actorOf, getCms } from "@/server/cms/cms";
import { savePerson } from "@/server/cms/people";
import { payloadRest } from "@/server/cms/rest-gate";
import { sessionOf } from "@/server/cms/sign-in/session.test-kit";
import { getStreams } from "@/server/streams/get-streams";
import { MOST_STREAMS } from "@/server/streams/streams";

/** Longer than the next look at who listens, and "a few seconds" for whoever waits. */
const SOON_MS = 8_000;

const PASSWORD = "long enough for all";

type Signed = Readonly<Record<string, string>>;

async function somebody(role: "programmer" | "viewer" = "programmer") {
  const email = `${randomUUID()}@example.org`;
  const { actor, apiKey } = await savePerson({ email, role, password: PASSWORD, withApiKey: true });
  return { id: actor.id, email, byKey: { authorization: `users API-Key ${apiKey}` } };
}

const session = async (email: string): Promise<Signed> => ({ cookie: await sessionOf({ email, password: PASSWORD }) });

/** Listens to the news until they end; answers all that was sent. */
async function listen(headers: Signed) {
  const stop = new AbortController();
  const response = await trpcGet(
    new Request("http://airweek.test/api/trpc/station.news", { headers, signal: stop.signal }),
  );
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store, no-transform"]);
  let said = "";
  const over = (async () => {
    for await (const chunk of response.body!.pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>)
      said += chunk;
    return said;
  })();
  over.catch(() => undefined);
  const first = async () => expect.poll(() => said).toContain("connected");
  await first();
  return {
    over,
    hangUp: () => stop.abort(),
    isOver: async () => Promise.race([over.then(() => true), Promise.resolve(false)]),
  };
}

function within<T>(promise: Promise<T>): Promise<T | "goes on"> {
  return Promise.race([promise, new Promise<"goes on">((resolve) => setTimeout(() => resolve("goes on"), SOON_MS))]);
}

test.each([
  [
    "is deleted",
    async ({ id }: { id: string }) => void (await (await getCms()).delete({ collection: "users", id })),
    "UNAUTHENTICATED",
  ],
  [
    "gets a new API key",
    async ({ email }: { email: string }) => void (await savePerson({ email, role: "programmer", withApiKey: true })),
    "UNAUTHENTICATED",
  ],
  [
    "is demoted, and may listen again as who they are now",
    async ({ email }: { email: string }) => void (await savePerson({ email, role: "viewer" })),
    "SERVICE_UNAVAILABLE",
  ],
])("the news of a program end when its person %s, and another's go on", async (_, happens, code) => {
  await using _given = await givenDoors();
  const [one, other] = [await somebody(), await somebody()];
  const [stream, another] = [await listen(one.byKey), await listen(other.byKey)];
  await happens(one);
  expect(await within(stream.over)).toContain(code);
  expect(await another.isOver()).toBe(false);
  another.hangUp();
});

test("the news in a browser end when its session does, and those in their other browser go on", async () => {
  await using _given = await givenDoors();
  const { email } = await somebody();
  const [here, there] = [await session(email), await session(email)];
  const [stream, another] = [await listen(here), await listen(there)];
  const signOut = new Request("http://airweek.test/api/users/logout", {
    method: "POST",
    headers: { ...here, "content-type": "application/json", "sec-fetch-site": "same-origin" },
  });
  expect((await payloadRest(signOut)).status).toBe(200);
  expect(await actorOf(new Headers(here))).toBeNull();
  expect(await within(stream.over)).toContain("UNAUTHENTICATED");
  expect(await another.isOver()).toBe(false);
  another.hangUp();
});

test("of more than twenty of one person's the oldest ends, and nobody else's does", async () => {
  await using _given = await givenDoors();
  const [one, other] = [await somebody(), await somebody()];
  const another = await listen(other.byKey);
  const all = [];
  for (let count = 0; count < MOST_STREAMS; count += 1) all.push(await listen(one.byKey));
  await getStreams().look();
  expect(await Promise.all(all.map((each) => each.isOver()))).toEqual(all.map(() => false));
  all.push(await listen(one.byKey));
  expect(await within(all[0]!.over)).toContain("TOO_MANY_REQUESTS");
  expect(await Promise.all([another, ...all.slice(1)].map((each) => each.isOver()))).not.toContain(true);
  for (const each of [another, ...all]) each.hangUp();
});
