import { DAY, seconds, type Duration } from "./time";

/** What of its file a row plays, in seconds into it, and how it fades; null where there is nothing, or nothing that can be read. */
export type Cues = {
  readonly cueIn: Duration | null;
  readonly cueOut: Duration | null;
  readonly fadeIn: Duration | null;
  readonly fadeOut: Duration | null;
};

/** Every row of ours fades so: LibreTime's own default where the station set none, and what its pages write (R209, probes). */
const FADE = seconds(0.5);

/** The cues and fades of a row of ours that plays just that of its track. */
export function cuesOf({ cueIn, cueOut }: { readonly cueIn: Duration; readonly cueOut: Duration }): {
  readonly [Each in keyof Cues]: Duration;
} {
  return { cueIn, cueOut, fadeIn: FADE, fadeOut: FADE };
}

/** Does it fade as our rows do? */
export function fadesAsOurs({ fadeIn, fadeOut }: Cues): boolean {
  return fadeIn === FADE && fadeOut === FADE;
}

/**
 * Would playout drop the whole plan of the station because of them? It reads all four as times of day, so that
 * null, below zero, and 24 hours and more are none (R210, R226, R227, probes). Of a webstream it reads none.
 */
export function breaksPlayout({ cueIn, cueOut, fadeIn, fadeOut }: Cues): boolean {
  return [cueIn, cueOut, fadeIn, fadeOut].some((each) => each === null || each < 0 || each >= DAY);
}
