import { at, type Given } from "../given/given.test-kit";
import { expect } from "vitest";
import { minutes, later } from "@/domain/time";
import { mortal, type Death } from "../given/mortal.test-kit";
import { settleAll } from "../settle-open";
import { expectFired, expectKilled } from "./fired.test-kit";
import {
  deathAt,
  expectOneTruth,
  isKill,
  standing,
  stationBefore,
  testCells,
  type Broken,
  type Kind,
  type Kinds,
  type Pinned,
  type Request,
} from "./matrix.test-kit";

/** An act that was killed, and what somebody has done since. */
export type Killed = Omit<Broken, "procedure"> & {
  readonly killed: Death;
  readonly since?: (given: Given) => Promise<unknown>;
};

/** Who dies after a read does no more than who dies before the next request. */
const kinds: Kinds = {
  ofReads: ["500", "killed-before"],
  ofWrites: ["500", "cut-before", "cut-after-saving", "killed-before", "killed-after"],
};

/** Tests what settles the killed act with every fault at every request that it sends; whoever comes next ends it as if nothing had been. */
export async function breakSettling(killed: Killed & Pinned): Promise<void> {
  const { routes, wanted } = await measure(killed);
  testCells(killed, routes, kinds, ({ request, kind }) => breakAt(killed, request, kind, wanted));
}

async function measure(
  killed: Killed,
): Promise<{ readonly routes: readonly string[]; readonly wanted: readonly string[] }> {
  await using given = await stationAfter(killed);
  const deps = await nextProcess(given, 1);
  const routes = await given.requestsOf(() => settleAll(deps));
  await expectOneTruth(given, deps);
  return { routes, wanted: await standing(given) };
}

async function stationAfter(killed: Killed) {
  const given = await stationBefore(killed);
  const { deps, died } = mortal(given.deps, killed.killed);
  await expectKilled(given.station, killed.killed, () =>
    Promise.race([died.then(() => "killed"), killed.act(given, deps, given.earlier).then(() => "done")]),
  );
  await killed.since?.(given);
  return given;
}

/** A process that starts so many minutes later: what was sent before has arrived by then, or never will. */
async function nextProcess(given: Given, after: number) {
  await given.setClock(later(at("12:00"), minutes(after)));
  return given.restarted();
}

async function breakAt(
  killed: Killed,
  { route, nth, index }: Request,
  kind: Kind,
  wanted: readonly string[],
): Promise<void> {
  await using given = await stationAfter(killed);
  const settler = await nextProcess(given, 1);
  if (isKill(kind)) {
    const death = deathAt(index, kind);
    const { deps, died } = mortal(settler, death);
    await expectKilled(given.station, death, () =>
      Promise.race([died.then(() => "killed"), settleAll(deps).then(() => "done")]),
    );
  } else {
    await expectFired(given.station, { route, kind, nth, times: route.startsWith("GET") ? 3 : 1 }, () =>
      settleAll(settler),
    );
    await given.station.clearFaults();
  }
  const third = await nextProcess(given, 2);
  await settleAll(third);
  expect(await standing(given)).toEqual(wanted);
  await expectOneTruth(given, third);
}
