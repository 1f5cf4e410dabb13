import { expect, test } from "vitest";
import { createLibreTime } from "@/server/libretime/client";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { createMirror } from "./mirror";
import { givenMirror, MINUTE, NOW } from "./mirror.test-kit";

const given = givenMirror();

test("five minutes without news refuse planning, with the code of the cause, and end with the next good look", async () => {
  await given.mirror.ready();
  await given.station.goAway();
  given.now += 5 * MINUTE;
  await given.mirror.catchUp();
  expect(given.mirror.problem(given.now)).toBeNull();
  expect(given.mirror.freshness()).toMatchObject({ seenAt: NOW, failure: { problemCode: "LIBRETIME_UNREACHABLE" } });
  expect(given.mirror.problem(given.now + 1)).toEqual({
    code: "LIBRETIME_UNREACHABLE",
    what: "list instances: GET /show-instances → ECONNREFUSED",
  });
  await given.station.comeBack();
  given.now += 10_000;
  await given.mirror.catchUp();
  expect(given.mirror.problem(given.now)).toBeNull();
  expect(given.mirror.freshness()).toEqual({ seenAt: given.now });
});

test("a mirror that never saw LibreTime refuses planning with the cause", async () => {
  const refused = given.aMirror("another-key");
  expect(refused.problem(given.now)?.code).toBe("LIBRETIME_UNREACHABLE");
  await expect(refused.ready()).rejects.toBeInstanceOf(LibreTimeError);
  await refused.refresh().catch(() => undefined);
  await refused.catchUp();
  expect(refused.problem(given.now)?.code).toBe("LIBRETIME_REFUSED_KEY");
});

test("who waits for the first mirror hears at once that LibreTime is away, and the next one is served when it is back", async () => {
  await given.station.goAway();
  await expect(given.mirror.ready()).rejects.toMatchObject({ problemCode: "LIBRETIME_UNREACHABLE" });
  await given.station.comeBack();
  await given.mirror.ready();
  expect(given.mirror.instances.size).toBe(1);
});

test("a failure in the background is told once, as long as it is the same", async () => {
  const said: unknown[] = [];
  const watched = createMirror({
    libretime: createLibreTime({ url: given.station.url, apiKey: "another-key" }),
    now: () => given.now,
    onFailure: (error) => said.push(error),
  });
  for (let round = 0; round < 3; round += 1) await watched.catchUp().then(() => (given.now += MINUTE));
  expect(said.map((error) => (error as Error).message)).toEqual([
    "list shows: GET /shows → 403",
    "list instances: GET /show-instances → 403",
    "list files: GET /files → 403",
    "list webstreams: GET /webstreams → 403",
  ]);
});
