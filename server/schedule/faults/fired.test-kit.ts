import { expect, vi } from "vitest";
import type { FaultKind, Station } from "@/station/station";
import type { Death } from "../given/mortal.test-kit";

/** A fault at one request of an act: how often its route is met by it. */
type Fault = { readonly route: string; readonly kind: FaultKind; readonly nth: number; readonly times: number };

/**
 * Orders the fault, lets the act go, and asks the station whether the act met it there and as often as it was to:
 * a cell whose fault did not fire proves nothing.
 */
export async function expectFired<T>(station: Station, fault: Fault, act: () => Promise<T>): Promise<T> {
  await station.clearRequests();
  await station.fault(fault);
  const outcome = await act();
  const met = (await station.requests()).filter((each) => each.fault !== null);
  expect(met.map(({ method, path, fault: kind }) => `${routeOf(method, path)} ${kind}`)).toEqual(
    Array.from({ length: fault.times }, () => `${fault.route} ${fault.kind}`),
  );
  return outcome;
}

/** Lets the process go, and asks the station whether it ended there: all its earlier requests came, and none after. */
export async function expectKilled(station: Station, { nth, when }: Death, act: () => Promise<string>): Promise<void> {
  await station.clearRequests();
  expect(await act()).toBe("killed");
  const sent = when === "before" ? nth - 1 : nth;
  // Those that left side by side come to their end after it.
  await vi.waitFor(async () => expect(await station.requests()).toHaveLength(sent));
}

/** "GET /schedule/*" of a request's method and address. */
export function routeOf(method: string, path: string): string {
  return `${method} ${path.replace("/api/v2", "").replace(/\?.*/, "").replace(/\d+$/, "*")}`;
}
