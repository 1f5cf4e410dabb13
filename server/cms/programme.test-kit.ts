import { hours, instant, later, type Instant } from "@/domain/time";
import type { GivenCms } from "./cms.test-kit";
import type { SlotDraft } from "./records";

/** Noon of Tuesday 24 November 2026 in UTC, and hours from it. */
export const at = (hoursAfter: number): Instant => later(instant(Date.UTC(2026, 10, 24, 12)), hours(hoursAfter));
export const nowhere = "00000000-0000-4000-8000-000000000000";

/** A show of its own with one episode, and slots of it by hours from noon. */
export async function programmeIn(given: GivenCms, title = "Tape loops") {
  const [{ createShow }, { createEpisode }] = [await import("./shows"), await import("./episodes")];
  const { admin, host } = given.people;
  const show = await createShow(admin, { title: "Été à Orléans", hostIds: [host.id] });
  const episode = await createEpisode(admin, {
    title,
    showId: show.id,
    status: "ready",
    genres: ["Ambient", "Drone"],
    tags: ["night"],
    mood: "Calm",
    libretimeTrackId: 5,
    length: 3600,
  });
  const draft = (from: number, to: number): SlotDraft => ({
    content: { kind: "track", episodeId: episode.id, trackId: 5, trackSeconds: 3600 },
    title,
    showId: show.id,
    startsAt: at(from),
    endsAt: at(to),
    instanceId: 10 + from,
    playoutId: 20 + from,
    ownsInstance: true,
    plannedById: admin.id,
  });
  return { show, episode, draft };
}
