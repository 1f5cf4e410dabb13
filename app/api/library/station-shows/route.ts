import { z } from "zod";
import { searchStationShowsInput } from "@/server/library/inputs";
import { searchStationShows } from "@/server/library/search-station-shows";
import { idList } from "@/server/rest/query";
import { restDoor } from "@/server/rest/answer";

/** For the admin who links a show of ours to LibreTime's: `?q=words`, or `?ids=12`. */
export const GET = restDoor({
  who: "admin",
  from: "query",
  input: z.object({ q: z.string().optional(), ids: idList.optional() }).pipe(searchStationShowsInput),
  act: searchStationShows,
});
