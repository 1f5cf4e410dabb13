import type { ClockMode } from "../clock";
import type { TableName } from "../model/field";
import type { OnAir } from "../playout/on-air";
import type { GivenRow, World } from "../world";
import type { Fault } from "./faults";
import type { LoggedRequest } from "./request-log";

/** Every row by table, sorted by id, with stored values: nothing cut, no passwords. Two are equal when LibreTime did not change. */
export type Snapshot = { readonly [table in TableName]: readonly Readonly<Record<string, unknown>>[] };

/** What tests and development may do to a station; the same verbs in its process and over its control door. */
export type Control = {
  /** `null` is the real time; otherwise time stands still there, or with "running" goes on from there. */
  setClock(at: Date | string | null, mode?: ClockMode): Promise<void>;
  /** Replaces the whole state. Tables that are left out are empty, but for users and preferences (base-world.ts). */
  given(world: World): Promise<void>;
  /** Writes one row past the API, as SQL or LibreTime's own pages would; over the row of that id if there is one. Answers its id. */
  put(table: TableName, row: GivenRow): Promise<number>;
  /** Deletes one row past the API, with what the database's foreign keys take along. */
  remove(table: TableName, id: number): Promise<void>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  requests(): Promise<readonly LoggedRequest[]>;
  clearRequests(): Promise<void>;
  onAir(from: Date | string, to: Date | string): Promise<OnAir>;
  snapshot(): Promise<Snapshot>;
  /** LibreTime stops listening: connections are refused until `comeBack`, which takes the same port again. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** As it was started: its first world, the real time, no faults, an empty log, listening. */
  reset(): Promise<void>;
};
