import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

import { Sessions } from "./api/sessions";
import { dialectOf } from "./api/version";
import type { LibreTimeVersion } from "./api/version";
import { StationClock } from "./clock";
import type { Control } from "./control/control";
import { serveControl } from "./control/door";
import { Faults } from "./control/faults";
import { RequestLog } from "./control/request-log";
import { controlVerbs, putRow, replaceWorld } from "./control/verbs";
import { Listener } from "./listener";
import { serveApi } from "./serving";
import type { Pace } from "./serving";
import { fileJournal, noJournal, readJournal } from "./store/journal";
import { Store } from "./store/store";
import type { World } from "./world";

export type { Fault, FaultKind } from "./control/faults";
export type { OnAirEntry } from "./playout/on-air";
export type { GivenRow, World } from "./world";

export type StationOptions = {
  /** 0, the default, is any free port. The control door always takes a free one. */
  readonly port?: number;
  /** The `Api-Key`; "station-key" unless told. */
  readonly key?: string;
  /** Where the state is kept. Without it, it ends with the station. */
  readonly stateFile?: string;
  /** The first state, if the state file has none. */
  readonly world?: World;
  /** Which LibreTime; "4.5" unless told. */
  readonly version?: LibreTimeVersion;
  /** Origins that get CORS headers. */
  readonly allowedOrigins?: readonly string[];
  /** How long its answers take: as long as they do unless told. */
  readonly pace?: Pace;
};

/** A running station. `url` is the base, the API is below `/api/v2`. */
export type Station = Control & {
  readonly url: string;
  readonly controlUrl: string;
  readonly key: string;
  /** The same verbs again, to hand on. */
  readonly control: Control;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const loopback = "127.0.0.1";

/** Starts an embedded LibreTime on this machine, with its control door. */
export async function startStation(options: StationOptions = {}): Promise<Station> {
  const { key = "station-key", world = {}, version = "4.5", allowedOrigins = [], pace } = options;
  const clock = new StationClock();
  const store = openStore(options.stateFile, world, clock.now());
  const [faults, log, sessions] = [new Faults(), new RequestLog(), new Sessions()];
  const now = (): Date => clock.now();
  const api = { store, dialect: dialectOf(version), now, key, allowedOrigins, sessions };
  const listener = new Listener(
    serveApi({ api, faults, log, now, pace, put: (table, row) => putRow(store, table, row, now()) }),
    loopback,
    options.port ?? 0,
  );
  const control = controlVerbs({ store, clock, faults, log, listener, world });
  const door = new Listener(serveControl(control), loopback, 0);
  await listener.open();
  await door.open();
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await Promise.all([listener.close(), door.close()]);
    store.close();
  };
  return { ...control, control, url: listener.url, controlUrl: door.url, key, close, [Symbol.asyncDispose]: close };
}

function openStore(stateFile: string | undefined, world: World, now: Date): Store {
  if (stateFile !== undefined) mkdirSync(dirname(stateFile), { recursive: true, mode: 0o700 });
  const changes = stateFile === undefined ? [] : readJournal(stateFile);
  const store = new Store(stateFile === undefined ? noJournal : fileJournal(stateFile), changes);
  if (!changes.some(([kind]) => kind === "+")) replaceWorld(store, world, now);
  return store;
}
