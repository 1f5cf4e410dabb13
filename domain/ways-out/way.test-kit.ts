import type { WayKind } from "./option";
import { fromLibrary, told, waysOutOf } from "./week.test-kit";

export const way = (kind: WayKind, ...args: Parameters<typeof waysOutOf>) =>
  told(waysOutOf(...args).find((each) => each.kind === kind));

export const moving = (slotId: string, startsAt: string, endsAt: string) =>
  fromLibrary(startsAt, endsAt, { episodeId: `${slotId}-1`, from: { slotId } });
