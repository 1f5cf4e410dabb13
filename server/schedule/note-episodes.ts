import { episodeIn } from "@/domain/content";
import { noteAirings } from "@/server/cms/episodes";
import type { SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { Deps } from "./deps";

/** Keeps each episode's next airing beside it, for other readers of the CMS. What is on LibreTime does not hang on it. */
export async function noteEpisodes({ now }: Deps, slots: readonly Pick<SlotRecord, "content">[]): Promise<void> {
  for (const episodeId of new Set(slots.flatMap(({ content }) => episodeIn(content) ?? []))) {
    await noteAirings(episodeId, now()).catch((cause: unknown) => logSchedule.failure(cause, []));
  }
}
