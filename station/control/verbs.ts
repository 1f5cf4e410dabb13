import { showRow } from "../api/showing";
import { baseWorld } from "../base-world";
import type { StationClock } from "../clock";
import type { Listener } from "../listener";
import type { TableName } from "../model/field";
import { modelOf, tableNames } from "../model/models";
import { onAir } from "../playout/on-air";
import type { Store } from "../store/store";
import { checkReferences, givenRow, rowsOf } from "../world";
import type { GivenRow, World } from "../world";
import type { Control, Snapshot } from "./control";
import type { Faults } from "./faults";
import type { RequestLog } from "./request-log";

type Parts = {
  readonly store: Store;
  readonly clock: StationClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly listener: Listener;
  readonly world: World;
};

/** The control door's verbs, on the station itself. */
export function controlVerbs({ store, clock, faults, log, listener, world }: Parts): Control {
  const replace = (next: World): void => replaceWorld(store, next, clock.now());
  return {
    setClock: async (at, mode = "frozen") => clock.set(at === null ? null : new Date(at), mode),
    given: async (next) => replace(next),
    put: async (table, row) => putRow(store, table, row, clock.now()),
    remove: async (table, id) => {
      store.delete(table, id);
      store.commit();
    },
    fault: async (fault) => faults.add(fault),
    clearFaults: async () => faults.clear(),
    requests: async () => log.all(),
    clearRequests: async () => log.clear(),
    onAir: async (from, to) => onAir(store, new Date(from), new Date(to)),
    snapshot: async () => snapshotOf(store),
    goAway: () => listener.close(),
    comeBack: () => listener.open(),
    reset: async () => {
      faults.clear();
      clock.set(null, "running");
      replace(world);
      log.clear();
      await listener.open();
    },
  };
}

export function replaceWorld(store: Store, world: World, now: Date): void {
  store.replace(rowsOf({ ...baseWorld, ...world }, now));
}

/** Over the row of that id, of which it keeps what is not named; else a new one, with what LibreTime's pages fill in. */
export function putRow(store: Store, table: TableName, given: GivenRow, now: Date): number {
  const known = given.id === undefined ? undefined : store.get(table, given.id);
  const id = given.id ?? store.takeId(table);
  const fresh = givenRow(table, given, id, now);
  const row = known
    ? { ...known, ...Object.fromEntries(Object.keys(given).map((name) => [name, fresh[name] ?? null])), id }
    : fresh;
  checkReferences(table, row, (to, referred) => store.get(to, referred) !== undefined);
  store.put(table, row);
  store.commit();
  return id;
}

function snapshotOf(store: Store): Snapshot {
  const tables = tableNames.map((table) => {
    const rows = [...store.all(table)].sort((a, b) => a.id - b.id);
    return [table, rows.map((row) => showRow(modelOf(table), row))] as const;
  });
  return Object.fromEntries(tables) as unknown as Snapshot;
}
