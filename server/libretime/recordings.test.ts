import { expect, test } from "vitest";
import { readRecordings } from "@/station/conformance/recording";
import type { Ask } from "./call";
import { filesOf } from "./files";
import { instancesOf } from "./instances";
import { scheduleOf } from "./schedule";
import { showsOf } from "./shows";
import { readDuration, readMicroseconds } from "./values";

const successes = readRecordings().filter(
  ({ response }) => response.status < 300 && response.body !== null && typeof response.body === "object",
);

/** Every value of these fields in the recorded successes. */
function valuesOf(fields: readonly string[]): string[] {
  const found: string[] = [];
  JSON.stringify(
    successes.map(({ response }) => response.body),
    (field, value: unknown) => {
      if (fields.includes(field) && typeof value === "string") found.push(value);
      return value;
    },
  );
  return found;
}

test("every duration that LibreTime was seen to write is read", () => {
  const durations = [...new Set(valuesOf(["length", "cue_in", "cue_out", "filled_time"]))];
  expect(durations).toEqual(expect.arrayContaining(["1 01:00:00", "-1 23:59:50", "00:03:04.900000"]));
  expect(durations.filter((text) => readDuration(text) === null)).toEqual([]);
});

test("every datetime that LibreTime was seen to write is read, the years 1 and 9999 included", () => {
  const datetimes = [...new Set(valuesOf(["starts_at", "ends_at", "created_at", "updated_at", "last_played_at"]))];
  expect(datetimes.length).toBeGreaterThan(30);
  expect(datetimes.filter((text) => readMicroseconds(text) === null)).toEqual([]);
});

test.each([
  ["shows", showsOf],
  ["show-instances", instancesOf],
  ["schedule", scheduleOf],
  ["files", filesOf],
] as const)("every recorded row of %s is read, of 4.0 and of 4.5", async (table, resource) => {
  const bodies = successes
    .filter(({ request }) => new RegExp(`^/api/v2/${table}(/\\d+)?(\\?|$)`).test(request.path))
    .flatMap(({ response }) => response.body as object[]);
  const rows = bodies.filter((body) => "id" in body);
  const answering: Ask = async (call) => call.answer.parse(rows[asked]);
  let asked = 0;
  expect(rows.length).toBeGreaterThan(5);
  for (; asked < rows.length; asked += 1)
    expect(await resource(answering).get(1)).toMatchObject({ id: expect.any(Number) });
});
