import type { Given } from "./given.test-kit";
import { tracks } from "./programme.test-kit";

/** Another recording, show and webstream, as LibreTime has them after a restore: under the same number. */
export const anotherFile = {
  track_title: "The Harbour",
  length: "00:50:00",
  cue_in: "00:00:00",
  cue_out: "00:50:00",
  md5: "b".repeat(32),
} as const;
export const anotherShow = { name: "Somebody else's", description: "Theirs", background_color: "aa0000" } as const;
export const anotherStream = { name: "Elsewhere", url: "https://elsewhere.example.org/live" } as const;

/** LibreTime's file of that number is another recording from now on, and the mirror has seen it. */
export async function replaceFile(given: Given, id: number = tracks.night1): Promise<void> {
  await given.station.put("files", { id, ...anotherFile });
  await given.deps.mirror.refresh();
}
