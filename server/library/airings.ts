import { airingAt, airingView, premiereOf } from "@/domain/airings";
import type { EpisodeAiring } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import { slotsOfEpisode } from "@/server/cms/slots";
import type { AiringsInput } from "./inputs";

/** Every slot of an episode, past and future, the earliest first: where else it is planned. */
export async function episodeAirings({ episodeId }: AiringsInput): Promise<readonly EpisodeAiring[]> {
  const slots = await slotsOfEpisode(episodeId);
  const premiereAt = premiereOf(slots);
  return slots.map(({ id, startsAt, endsAt }) => ({
    slotId: id,
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    airing: airingView(airingAt(startsAt, premiereAt)),
  }));
}
