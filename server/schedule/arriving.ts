import type { Arriving } from "@/server/cms/records";
import type { Wanted } from "./request";

/** What is to stand, under that id. */
export function arrivingOf(
  { content, known, title, show, cueIn, slot }: Wanted,
  slotId: string,
  { reuse, reuseMark }: Pick<Arriving, "reuse" | "reuseMark">,
): Arriving {
  return {
    ...(reuseMark && { reuseMark }),
    slotId,
    ...slot,
    content,
    ...(known && { known }),
    title,
    showId: show.id,
    showTitle: show.title,
    colour: show.colour,
    cueIn,
    stationShowId: show.libretimeShowId,
    reuse,
  };
}
