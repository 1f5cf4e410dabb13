import { z } from "zod";
import { instant, later, seconds } from "@/domain/time";
import type { Ask } from "./call";
import type { Probes } from "./circuit-breaker";
import { filesOf } from "./files";
import { instancesOf } from "./instances";
import { LibreTimeError } from "./libretime-error";
import { scheduleOf } from "./schedule";
import { showsOf } from "./shows";
import { probeSchedule } from "./station-facts";
import { streamsOf } from "./streams";

/** The list of files has a filter (R187), by which it may be asked for without its rows. */
const NO_MD5 = "0".repeat(32);

/**
 * Something small to ask of each kind of request. `/info` would be smaller, and is open to everybody: it says
 * nothing of the key (R002). An id that is absent is answered as well as one that is there. Of an empty body nothing
 * can be made: LibreTime refuses it (R208). Whole lists are the mirror's, and nothing is deleted to try.
 */
export function probesOf(ask: () => Ask): Probes {
  const now = () => instant(Math.floor(Date.now() / 1000) * 1000);
  return new Map<string, () => Promise<unknown>>([
    ["GET /schedule", () => scheduleOf(ask()).window({ startsAt: now(), endsAt: later(now(), seconds(1)) })],
    [
      "GET /files",
      () =>
        ask()({
          what: "list files",
          method: "GET",
          route: "/files",
          path: `/files?md5=${NO_MD5}`,
          writes: false,
          answer: z.array(z.unknown()),
        }),
    ],
    ["GET /schedule/{id}", () => scheduleOf(ask()).get(1)],
    ["GET /show-instances/{id}", () => instancesOf(ask()).get(1)],
    ["GET /shows/{id}", () => showsOf(ask()).get(1)],
    ["GET /files/{id}", () => filesOf(ask()).get(1)],
    ["GET /webstreams/{id}", () => streamsOf(ask()).get(1)],
    ["POST /schedule", () => probeSchedule(ask())],
    ["POST /show-instances", () => emptyBody(ask(), "/show-instances")],
    ["POST /shows", () => emptyBody(ask(), "/shows")],
  ]);
}

async function emptyBody(ask: Ask, path: string): Promise<void> {
  try {
    await ask({
      what: `probe ${path.slice(1)}`,
      method: "POST",
      route: path,
      path,
      body: {},
      writes: false,
      answer: z.never(),
    });
  } catch (error) {
    if (!(error instanceof LibreTimeError) || error.status !== 400) throw error;
  }
}
