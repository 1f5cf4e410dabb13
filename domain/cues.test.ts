import { expect, test } from "vitest";
import { breaksPlayout, cuesOf } from "./cues";
import { seconds } from "./time";

const cues = cuesOf({ cueIn: seconds(0.35), cueOut: seconds(3600.35) });

test("what our rows say is what playout reads", () => {
  expect(cues).toEqual({ cueIn: 0.35, cueOut: 3600.35, fadeIn: 0.5, fadeOut: 0.5 });
  expect(breaksPlayout(cues)).toBe(false);
});

test.each([
  ["no fade", { fadeIn: null }],
  ["no readable cue", { cueOut: null }],
  ["a cue below zero", { cueIn: seconds(-10) }],
  ["a cue of 24 hours", { cueOut: seconds(86_400) }],
])("%s is more than playout can read", (_what, over) => {
  expect(breaksPlayout({ ...cues, ...over })).toBe(true);
});
