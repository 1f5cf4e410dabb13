import type { Zone } from "@/domain/zone";
import type { Instant } from "@/domain/time";
import type { Coordination } from "@/server/coordination/coordination";
import type { Lock } from "@/server/coordination/lock";
import type { Mirror } from "@/server/coordination/mirror";
import type { News } from "@/server/coordination/news";
import type { LibreTime } from "@/server/libretime/client";
import type { InboxWatch } from "./inbox-watch";
import type { WindowCache } from "./window-cache";

/** What the acts stand on. Built once a process (`server/deps.ts`), by hand in tests. */
export type Deps = {
  readonly libretime: LibreTime;
  readonly mirror: Mirror;
  readonly lock: Lock;
  readonly news: News;
  readonly coordination: Pick<Coordination, "problem">;
  readonly windows: WindowCache;
  readonly inbox: InboxWatch;
  readonly zone: Zone;
  readonly stationName: string;
  /** How far ahead playout looks for changes; what starts sooner is told as `LATE_CHANGE`. */
  readonly leadTimeSeconds: number;
  readonly now: () => Instant;
};
