import { givenStation } from "../given/given.test-kit";
import { expect, test } from "vitest";
import { examineStation } from "@/scripts/doctor/station";
import { env } from "@/server/env";
import { idComesAgain } from "./stations.test-kit";

test("the doctor says whether it is the LibreTime that our records belong to, and writes nothing", async () => {
  await using given = await givenStation();
  // The doctor goes where the settings lead.
  Object.assign(env(), { LIBRETIME_API_URL: given.station.url, LIBRETIME_API_KEY: given.station.key });
  expect(await examineStation()).toMatchObject({
    check: "station",
    ok: true,
    seen: expect.stringContaining("nothing of it is kept yet"),
  });
  const { instanceId } = await given.plan("night1", "20:00", "21:00");
  expect(await examineStation()).toMatchObject({ ok: true, seen: "it is the one that our records belong to" });
  await idComesAgain(given, instanceId);
  const before = await given.station.snapshot();
  expect(await examineStation()).toMatchObject({
    ok: false,
    seen: "an earlier state of LibreTime than our records belong to; known ids that are others by now: 1, known rows that are gone: 0, that are back: 0",
    mend: expect.stringContaining("/station-changed"),
  });
  expect(await given.station.snapshot()).toEqual(before);
});
