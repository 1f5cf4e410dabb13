import { episodeAirings } from "@/server/library/airings";
import { libraryFacets } from "@/server/library/facets";
import { fittingEpisodes } from "@/server/library/fitting";
import {
  airingsInput,
  fittingInput,
  makeEpisodeInput,
  searchLibraryInput,
  searchStreamsInput,
  searchTracksInput,
} from "@/server/library/inputs";
import { makeEpisodeOfTrack } from "@/server/library/make-episode-of-track";
import { searchLibrary } from "@/server/library/search-library";
import { searchStreams } from "@/server/library/search-streams";
import { searchTracks } from "@/server/library/search-tracks";
import { programmerProcedure, readerProcedure, router } from "./init";

/** The left side of the planner: episodes, and the files that can become some. */
export const libraryRouter = router({
  search: readerProcedure
    .input(searchLibraryInput)
    .query(({ ctx, input }) => searchLibrary(ctx.deps, ctx.actor, input)),
  facets: readerProcedure.query(({ ctx }) => libraryFacets(ctx.actor)),
  airings: readerProcedure.input(airingsInput).query(({ input }) => episodeAirings(input)),
  fitting: programmerProcedure
    .input(fittingInput)
    .query(({ ctx, input }) => fittingEpisodes(ctx.deps, ctx.actor, input)),
  tracks: programmerProcedure.input(searchTracksInput).query(({ ctx, input }) => searchTracks(ctx.deps, input)),
  streams: programmerProcedure.input(searchStreamsInput).query(({ ctx, input }) => searchStreams(ctx.deps, input)),
  makeEpisode: programmerProcedure
    .input(makeEpisodeInput)
    .mutation(({ ctx, input }) => makeEpisodeOfTrack(ctx.deps, ctx.actor, input)),
});
