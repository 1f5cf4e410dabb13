import { router } from "./init";
import { acts } from "./schedule";
import { journalRouter } from "./journal";
import { libraryRouter } from "./library";
import { patternsRouter } from "./patterns";
import { stationRouter } from "./station";

/** Everything that the browser may ask. */
export const appRouter = router({
  ...acts,
  library: libraryRouter,
  journal: journalRouter,
  patterns: patternsRouter,
  station: stationRouter,
});

/** All that components know of the server. */
export type AppRouter = typeof appRouter;
