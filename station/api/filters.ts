import type { Row } from "../model/field";
import type { Store } from "../store/store";
import { readInstant } from "../values/instant";
import { isOverbooked } from "./schedule-reading";
import type { FieldErrors } from "./validation";

export type Filtered =
  { readonly ok: true; readonly rows: Row[] } | { readonly ok: false; readonly errors: FieldErrors };

/**
 * The schedule's filters, on the stored columns (R240), both ends inclusive (R238, R239). All other parameters
 * are ignored, playout's own `position_status__gt` among them (R242, R247). A bad date names its group (R250).
 */
export function filterSchedule(store: Store, query: URLSearchParams): Filtered {
  const errors: Record<string, readonly string[]> = {};
  const instants = ["starts_after", "starts_before", "ends_after", "ends_before"].map((name) => {
    const value = query.get(name)?.trim() ?? "";
    const reading = value === "" ? undefined : readInstant(value);
    if (reading?.ok === false) errors[name.split("_")[0]!] = ["Enter a valid date/time."];
    return reading?.ok ? reading.at : undefined;
  });
  const numbers = ["position_status", "broadcasted"].map((name) => {
    const value = query.get(name)?.trim() ?? "";
    const number = value === "" ? undefined : Number(value);
    if (Number.isNaN(number)) errors[name] = ["Enter a number."];
    return number;
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const [startsAfter, startsBefore, endsAfter, endsBefore] = instants;
  const [positionStatus, broadcasted] = numbers;
  const overbooked = query.get("overbooked")?.toLowerCase();
  const rows: Row[] = [];
  for (const row of store.all("schedule")) {
    const [starts, ends] = [row.starts_at as string, row.ends_at as string];
    if (startsAfter !== undefined && starts < startsAfter) continue;
    if (startsBefore !== undefined && starts > startsBefore) continue;
    if (endsAfter !== undefined && ends < endsAfter) continue;
    if (endsBefore !== undefined && ends > endsBefore) continue;
    if (positionStatus !== undefined && row.position_status !== positionStatus) continue;
    if (broadcasted !== undefined && row.broadcasted !== broadcasted) continue;
    if (overbooked === "true" && !isOverbooked(store, row)) continue;
    if (overbooked === "false" && isOverbooked(store, row)) continue;
    rows.push(row);
  }
  // There is no order; this join was seen to give the rows backwards (R242).
  return { ok: true, rows: overbooked === "false" ? rows.reverse() : rows };
}

/** `genre` and `md5`, exact and case sensitive; everything else is ignored (R185–R188). */
export function filterFiles(store: Store, query: URLSearchParams): Filtered {
  const wanted = ["genre", "md5"].flatMap((name) => {
    const value = query.get(name)?.trim() ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return {
    ok: true,
    rows: [...store.all("files")].filter((row) => wanted.every(([name, value]) => row[name] === value)),
  };
}
