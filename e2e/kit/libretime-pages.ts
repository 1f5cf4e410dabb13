import type { Control } from "@/station/control";
import { lookAtLibreTime } from "./api";
import { JAZZ_ARCHIVE } from "./world";

type Table = "schedule" | "show-instances";
type Times = { readonly starts_at: string; readonly ends_at: string };

/** What somebody does in LibreTime's own pages, behind the planner's back; the planner then reads LibreTime anew. */
export function libreTimePages(station: Control) {
  return {
    remove: async (table: Table, id: number) => {
      await station.remove(table, id);
      await lookAtLibreTime();
    },
    /** Moves a row or an instance, or both at once as dragging a show there does. */
    move: async (ids: { readonly [table in Table]?: number }, times: Times) => {
      const world = await station.snapshot();
      for (const [table, id] of Object.entries(ids) as [Table, number][])
        await station.put(table, { ...world[table].find((each) => each["id"] === id), ...times, id });
      await lookAtLibreTime();
    },
    /** Plays a file in a show of LibreTime's own; answers the row's id. */
    play: async (file: number, times: Times) => {
      const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
      return station.put("schedule", { instance, file, ...times });
    },
  };
}
