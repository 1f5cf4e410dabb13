import { formatInstant, type Instant } from "@/domain/time";
import type { Deps } from "../deps";
import { eachRequest } from "./each-request.test-kit";

/** The same process, which sends no other row before the one at that time is answered: rows of one act go side by side, in an order that nobody knows. */
export function rowFirst(deps: Deps, startsAt: Instant): Deps {
  let go = (): void => undefined;
  const answered = new Promise<void>((resolve) => (go = resolve));
  const libretime = eachRequest(deps.libretime, async (send, [draft]) => {
    if (typeof draft !== "object" || draft === null || !("instance" in draft && "starts_at" in draft)) return send();
    if (draft.starts_at === formatInstant(startsAt)) return Promise.resolve(send()).finally(go);
    await answered;
    return send();
  });
  return { ...deps, libretime };
}
