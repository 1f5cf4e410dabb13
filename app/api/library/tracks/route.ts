import { z } from "zod";
import { searchTracksInput } from "@/server/library/inputs";
import { searchTracks } from "@/server/library/search-tracks";
import { restDoor } from "@/server/rest/answer";
import { idList } from "@/server/rest/query";

/** For the admin's track picker: `?q=words`, or `?ids=12,13` for the names of what is picked. */
export const GET = restDoor({
  who: "programmer",
  from: "query",
  input: z.object({ q: z.string().optional(), ids: idList.optional() }).pipe(searchTracksInput),
  act: (deps, _actor, input) => searchTracks(deps, input),
});
