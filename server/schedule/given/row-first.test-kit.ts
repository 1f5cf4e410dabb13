import { formatInstant, type Instant } from "@/domain/time";
import type { Deps } from "../deps";
import { eachRequest } from "./each-request.test-kit";

/**
 * The same process, whose slot at that time is faster than the others of its act: slots go on side by side, in
 * an order that nobody knows. Its instance is answered first, so that its row is the first in the journal, and
 * no other row is sent before its row is answered.
 */
export function rowFirst(deps: Deps, startsAt: Instant): Deps {
  const [instance, row] = [aGate(), aGate()];
  // One that goes into somebody else's instance has none to make.
  void row.opened.then(() => instance.open());
  const libretime = eachRequest(deps.libretime, async (send, [draft]) => {
    if (typeof draft !== "object" || draft === null || !("starts_at" in draft)) return send();
    const [isFirst, isRow] = [draft.starts_at === formatInstant(startsAt), "instance" in draft];
    if (isRow && !isFirst) await row.opened;
    try {
      return await send();
    } finally {
      if (isFirst) (isRow ? row : instance).open();
      else await instance.opened;
    }
  });
  return { ...deps, libretime };
}

function aGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
