import { beforeAll, expect, test } from "vitest";

import { differenceOf } from "./conformance/difference";
import { notReproduced } from "./conformance/not-reproduced";
import { isOld, readRecordings } from "./conformance/recording";
import type { Recording } from "./conformance/recording";
import { Replay } from "./conformance/replay";
import { doneAfter, doneBefore, recordedWorld } from "./conformance/seeds";
import { startStation } from "./station";
import type { StationOptions } from "./station";

const recordings = readRecordings();
const differences = new Map<string, string>();

async function replayAll(chosen: readonly Recording[], options: StationOptions): Promise<void> {
  await using station = await startStation({
    world: recordedWorld,
    allowedOrigins: ["http://localhost:3000"],
    ...options,
  });
  await station.setClock("2026-11-22T19:00:00Z");
  const replay = new Replay(station);
  for (const recording of chosen) {
    await doneBefore[recording.id]?.(station);
    const difference = differenceOf(recording, await replay.send(recording));
    await doneAfter[recording.id]?.(station);
    if (difference !== undefined) differences.set(recording.id, `R${recording.id} ${recording.name}: ${difference}`);
  }
}

beforeAll(async () => {
  await replayAll(
    recordings.filter((recording) => !isOld(recording)),
    {},
  );
  await replayAll(recordings.filter(isOld), { version: "4.0" });
  process.stdout.write(`${recordings.length - differences.size} of ${recordings.length} recordings agree\n`);
}, 60_000);

test("every recording is answered as LibreTime did, but for those listed with a reason", () => {
  expect([...differences].filter(([id]) => !(id in notReproduced)).map(([, difference]) => difference)).toEqual([]);
});

test("no recording is listed as not reproduced that agrees", () => {
  expect(Object.keys(notReproduced).filter((id) => !differences.has(id))).toEqual([]);
});
