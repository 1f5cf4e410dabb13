import type { Deps } from "../deps";
import { createWindowCache } from "../window-cache";
import { eachRequest } from "./each-request.test-kit";

/** Where a process ends: before its nth request leaves, or when LibreTime has carried it out and before the answer is read. */
export type Death = { readonly nth: number; readonly when: "before" | "after" };

/**
 * The same process, which ends at that request: nothing in it goes on from there, as after a `kill -9`. What it
 * was asked never answers; `died` tells when it is over.
 */
export function mortal(deps: Deps, { nth, when }: Death): { readonly deps: Deps; readonly died: Promise<void> } {
  let count = 0;
  let die = (): void => undefined;
  // What it does between two requests, it does before it ends: for it, no time passes after that.
  let endedAt: ReturnType<Deps["now"]> | null = null;
  const died = new Promise<void>((resolve) => (die = resolve));
  const ended = new Promise<never>(() => undefined);
  const request = async (send: () => unknown): Promise<unknown> => {
    count += 1;
    if (count > nth) return ended;
    if (count < nth) return send();
    if (when === "after") await Promise.resolve(send()).catch(() => undefined);
    endedAt = deps.now();
    die();
    return ended;
  };
  const libretime = eachRequest(deps.libretime, request);
  const now = () => endedAt ?? deps.now();
  // Windows that are read for the grid are requests of this process too.
  const windows = createWindowCache((window) => libretime.schedule.window(window), now);
  // The mirror asks by itself for an instance that an act reads again.
  const learnInstance: Deps["mirror"]["learnInstance"] = (id) => request(() => deps.mirror.learnInstance(id)) as never;
  const mirror: Deps["mirror"] = Object.assign(Object.create(deps.mirror) as Deps["mirror"], { learnInstance });
  return { deps: { ...deps, libretime, mirror, windows, now }, died };
}
