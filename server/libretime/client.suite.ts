import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cuesOf } from "@/domain/cues";
import { instant, minutes, seconds } from "@/domain/time";
import { fitTrack } from "@/domain/tracks";
import { createLibreTime, type LibreTime } from "./client";
import { LibreTimeError } from "./libretime-error";
import { instanceFor, rowFor, showFor } from "./rows";

/** A LibreTime to test against. It is written to: shows of the suite's own, and one file that cannot be deleted again. */
export type Subject = { readonly url: string; readonly apiKey: string };

/** A free hour of its own for each run, far from what the station plans. */
const HOUR = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 400 * 24 * 3_600_000;
const slot = { startsAt: instant(HOUR), endsAt: instant(HOUR + 3_600_000) };

/** What the client promises of any LibreTime, the embedded one as much as a real one. */
export function clientSuite(name: string, subject: () => Subject): void {
  describe(`the client against ${name}`, () => {
    let lt: LibreTime;
    let showId: number;
    let trackId: number;

    beforeAll(async () => {
      lt = createLibreTime(subject());
      trackId = await aFile(subject(), {
        name: "Suite tape",
        track_title: " The tape ",
        length: "01:02:00.500000",
        cue_in: "00:00:00.350000",
        cue_out: "01:02:00.450000",
      });
      showId = (await lt.shows.create(showFor({ name: "Suite", description: "", colour: "#AABBCC" }))).id;
    });
    afterAll(() => lt.shows.delete(showId));

    const makeInstance = () => lt.instances.create(instanceFor({ showId, slot, now: instant(Date.now()) }));
    const track = { cueIn: seconds(0.35), length: minutes(62) };

    test("says its name, and that schedules can be written", async () => {
      expect((await lt.info()).stationName).toEqual(expect.any(String));
      await expect(lt.probeWritableSchedule()).resolves.toBeUndefined();
    });

    test("a show that we made reads as we made it", async () => {
      expect(await lt.shows.get(showId)).toEqual({
        id: showId,
        name: "Suite",
        description: "",
        live: false,
        colour: "#aabbcc",
      });
      expect(await lt.shows.list()).toContainEqual({
        id: showId,
        name: "Suite",
        description: "",
        live: false,
        colour: "#aabbcc",
      });
    });

    test("an instance is found again by its created_at, to the microsecond", async () => {
      const body = instanceFor({ showId, slot, now: instant(Date.now()) });
      const made = await lt.instances.create(body);
      expect(made).toEqual({ id: made.id, showId, ...slot, modified: false, createdAt: body.created_at });
      expect(await lt.instances.get(made.id)).toEqual(made);
      expect((await lt.instances.list()).filter((each) => each.createdAt === body.created_at)).toEqual([made]);
      await lt.instances.delete(made.id);
    });

    test("a row is in the window, as the domain reads it, and gone after its instance is", async () => {
      const { id: instanceId } = await makeInstance();
      const made = await lt.schedule.create(
        rowFor({ fit: fitTrack(track, slot), instanceId, trackId, streamId: null }),
      );
      expect(made).toEqual({
        id: made.id,
        instanceId,
        ...slot,
        length: minutes(60),
        trackId,
        streamId: null,
        cues: cuesOf({ cueIn: seconds(0.35), cueOut: seconds(3600.35) }),
      });
      expect(await lt.schedule.get(made.id)).toEqual(made);
      expect(await lt.schedule.window(slot)).toContainEqual(made);
      await lt.instances.delete(instanceId);
      expect(await lt.schedule.get(made.id)).toBeNull();
    });

    test("a window is read in order of time, whatever order LibreTime has", async () => {
      const { id: instanceId } = await makeInstance();
      for (const minute of [40, 0, 20]) {
        const part = { startsAt: instant(HOUR + minute * 60_000), endsAt: instant(HOUR + (minute + 20) * 60_000) };
        await lt.schedule.create(rowFor({ fit: fitTrack(track, part), instanceId, trackId, streamId: null }));
      }
      const rows = (await lt.schedule.window(slot)).filter((row) => row.instanceId === instanceId);
      expect(rows.map((row) => (row.startsAt - HOUR) / 60_000)).toEqual([0, 20, 40]);
      await lt.instances.delete(instanceId);
    });

    test("a file reads with its length, its cues and its names", async () => {
      const file = {
        id: trackId,
        title: "The tape",
        importStatus: "ready",
        length: 3720.5,
        cueIn: 0.35,
        cueOut: 3720.45,
        artist: null,
      };
      expect(await lt.files.get(trackId)).toMatchObject(file);
      expect((await lt.files.list()).find(({ id }) => id === trackId)).toMatchObject(file);
    });

    test("what is not there reads as null, and deleting it twice is a success", async () => {
      const { id } = await makeInstance();
      await lt.instances.delete(id);
      await expect(lt.instances.delete(id)).resolves.toBeUndefined();
      expect(await lt.instances.get(id)).toBeNull();
      for (const table of [lt.shows, lt.schedule, lt.files]) expect(await table.get(2_000_000_000)).toBeNull();
    });

    test("a write for something that is gone is refused, and says which", async () => {
      const refused = await failureOf(
        lt.instances.create(instanceFor({ showId: 2_000_000_000, slot, now: instant(Date.now()) })),
      );
      expect(refused).toMatchObject({
        problemCode: "LIBRETIME_ANSWER",
        status: 400,
        maybeSaved: false,
        message: "create instance: POST /show-instances → 400, refused show",
      });
      expect([refused.refersToNothing("show"), refused.refersToNothing("starts_at")]).toEqual([true, false]);
    });

    test("a wrong key is told as such, by reads and writes", async () => {
      const stranger = createLibreTime({ ...subject(), apiKey: "not-the-key" });
      expect(await failureOf(stranger.shows.list())).toMatchObject({
        problemCode: "LIBRETIME_REFUSED_KEY",
        status: 403,
      });
      expect(await failureOf(stranger.instances.delete(1))).toMatchObject({
        problemCode: "LIBRETIME_REFUSED_KEY",
        maybeSaved: false,
      });
    });
  });
}

/** What a call that must fail fails with. */
export async function failureOf(call: Promise<unknown>): Promise<LibreTimeError> {
  const error = await call.then(
    () => new Error("it did not fail"),
    (cause: unknown) => cause,
  );
  if (error instanceof LibreTimeError) return error;
  throw error;
}

/** A file's row, past the client: Airweek itself never makes files. */
async function aFile({ url, apiKey }: Subject, fields: Readonly<Record<string, string>>): Promise<number> {
  const body = { size: 1, mime: "audio/mp3", accessed: 0, import_status: 0, exists: true, hidden: false, ...fields };
  const response = await fetch(`${url}/api/v2/files`, {
    method: "POST",
    headers: { authorization: `Api-Key ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { id: number }).id;
}
