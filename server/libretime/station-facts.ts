import { z } from "zod";
import type { Ask, Call } from "./call";
import { LibreTimeError } from "./libretime-error";

/** What LibreTime says of itself; open to everybody, so it says nothing about the key (R002). */
export type StationInfo = { readonly stationName: string };

/** LibreTime's name of itself. */
export function readInfo(ask: Ask): Promise<StationInfo> {
  const answer = z
    .object({ station_name: z.string() })
    .transform(({ station_name }) => ({ stationName: station_name }));
  return ask({ what: "read info", method: "GET", route: "/info", path: "/info", writes: false, answer });
}

/** Nothing can come of an empty row, so it counts as a read. */
const emptyRow: Call<never> = {
  what: "probe schedule",
  method: "POST",
  route: "/schedule",
  path: "/schedule",
  body: {},
  writes: false,
  answer: z.never(),
};

/**
 * Can schedules be written? Since 4.3 an empty row is refused for want of `ends_at`, among others (R208);
 * before, `ends_at` was read-only (R809) and every real row ended in a 500 (R808). The version that LibreTime
 * names is the same in every release (R801). Fails with LIBRETIME_TOO_OLD, or as any read.
 */
export async function probeSchedule(ask: Ask): Promise<void> {
  try {
    await ask(emptyRow);
  } catch (error) {
    if (!(error instanceof LibreTimeError) || error.status !== 400 || !error.fieldErrors?.["starts_at"]) throw error;
    if (error.fieldErrors["ends_at"]) return;
    throw new LibreTimeError({
      ...emptyRow,
      problemCode: "LIBRETIME_TOO_OLD",
      status: 400,
      outcome: "no ends_at, older than 4.3",
      maybeSaved: false,
    });
  }
}
