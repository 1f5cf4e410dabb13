import type { Lock } from "@/server/coordination/lock";
import type { Mirror } from "@/server/coordination/mirror";
import type { News } from "@/server/coordination/news";
import type { LibreTime } from "@/server/libretime/client";

/** What the library stands on; the acts' own deps are such ones. */
export type LibraryDeps = {
  readonly libretime: Pick<LibreTime, "files">;
  readonly mirror: Pick<
    Mirror,
    "files" | "filesAsOf" | "isFileGone" | "shows" | "instances" | "streams" | "ready" | "remember"
  >;
  readonly news: Pick<News, "publish">;
  readonly lock: Lock;
};
