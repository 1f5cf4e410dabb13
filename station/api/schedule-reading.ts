import type { Model, Row } from "../model/field";
import { schedule } from "../model/programming";
import type { Store } from "../store/store";
import { microsBetween } from "../values/instant";
import type { StoredInstant } from "../values/instant";
import { showRow } from "./showing";
import type { Wire } from "./showing";

const { cue_out, ends_at, ...others } = schedule.fields;
const readOnlyHere = { required: false, readOnly: true } as const;

/** The serializer of GET, PUT and PATCH: another order, and `cue_out`, `ends_at` cannot be written (R207, R260). */
export const scheduleReading: Model = {
  ...schedule,
  fields: { cue_out: { ...cue_out!, ...readOnlyHere }, ends_at: { ...ends_at!, ...readOnlyHere }, ...others },
};

/** The instance's end, which cuts what is read of its rows. */
function instanceEnd(store: Store, row: Row): StoredInstant {
  const instance = store.get("show-instances", Number(row.instance));
  if (!instance) throw new Error(`schedule ${row.id} has no instance`);
  return String(instance.ends_at);
}

/** A row that starts at or after its instance's end: stored, never heard (R241, probe "exactly at instance end"). */
export function isOverbooked(store: Store, row: Row): boolean {
  return String(row.starts_at) >= instanceEnd(store, row);
}

/**
 * The row as GET and playout see it. `ends_at` is never after the instance's end; the `cue_out` of a row that
 * crosses that end is the air time left, `cue_in` forgotten (R214). An overbooked row ends before it starts,
 * and keeps its `cue_out` (R216). A row that ends just with its instance is not cut.
 */
export function clamped(store: Store, row: Row): Row {
  const end = instanceEnd(store, row);
  if (String(row.ends_at) <= end) return row;
  if (String(row.starts_at) >= end) return { ...row, ends_at: end };
  return { ...row, ends_at: end, cue_out: microsBetween(String(row.starts_at), end) };
}

export function showScheduleRow(store: Store, row: Row): Wire {
  return showRow(scheduleReading, clamped(store, row));
}
