import { expect, test } from "vitest";
import { cleanText } from "./clean-text";

const salt = "9f".repeat(32);
const failed = `Failed query: insert into "users" ("id", "email", "hash", "salt") values (?, ?, ?, ?)\nparams: 4f0c,ada@example.org,pbkdf2-sha256-v1:${"ab".repeat(32)},${salt}`;

test.each([
  [failed, "Failed query: insert users"],
  [`[SCHEDULE] Failed: ${failed}`, "[SCHEDULE] Failed: Failed query: insert users"],
  ['Failed query: update "users" set "hash" = $1 where "users"."id" = $2\nparams: x', "Failed query: update users"],
  ['Failed query: select "id" from "slots" where "title" = $1\nparams: Ada', "Failed query: select slots"],
  ["Failed query: BEGIN IMMEDIATE\nparams: ", "Failed query: BEGIN"],
  [
    'duplicate key value violates unique constraint "users_email_idx"',
    'duplicate key value violates unique constraint "users_email_idx"',
  ],
  ["Key (email)=(ada@example.org) already exists.", "Key (email) [values hidden]"],
  [
    'invalid input syntax for type uuid: "anything a person wrote"',
    "invalid input syntax for type uuid: [value hidden]",
  ],
  ["SQLITE_BUSY: database is locked", "SQLITE_BUSY: database is locked"],
])("%j keeps what failed, and none of its values", (text, kept) => {
  expect(cleanText(text)).toBe(kept);
});

test.each([
  "ada@example.org",
  "Ada.Martin+radio@sub.example.co.uk",
  "élodie@écoute.example",
  "mailto:ada%40example.org",
  `salt ${salt}`,
  `pbkdf2-sha256-v1:${salt}`,
  `users API-Key 0f2b3a4c-aaaa-4bbb-8ccc-123456789abc`,
  "a key Zk3xA9-bQ_1234567890abcdefGHIJKLMNOPQRSTUVW in a text",
  "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.abc",
])("%j is hidden", (text) => {
  expect(cleanText(text)).toMatch(/\[hidden\]|\[address\]/);
  expect(cleanText(text)).not.toMatch(/example\.(org|co)|écoute|9f9f|0f2b3a4c|Zk3xA9|eyJ/);
});

test.each([
  "4f0c1d2e-3a4b-4c5d-8e6f-7a8b9c0d1e2f",
  "node_modules/@payloadcms/drizzle/dist/upsertRow/index.js:58:13",
  "drizzle-orm@0.44.7",
  "POST /api/v2/schedule → 500",
  "203.0.113.9",
])("%j is nobody's secret", (text) => {
  expect(cleanText(text)).toBe(text);
});

test("a text is one line that shows all it holds, in whatever way somebody tries to end or turn it", () => {
  const text = "a\r\nb\u0000c\u001b[31md\u2028e\u2029f\u202eg\u2066h\u200bi\u0085j\u009bk\ufeffl\ud800m\u{e0041}n";
  expect(cleanText(text)).toMatch(/^a b c \[31md e f g h i j k l m n$/);
});

test("a text has at most 2 kB, whole characters alone", () => {
  for (const text of ["x".repeat(1_000_000), "é".repeat(5_000), "日本".repeat(5_000), "😀".repeat(5_000)]) {
    expect(Buffer.byteLength(cleanText(text))).toBeLessThanOrEqual(2_000);
    expect(cleanText(text)).toMatch(/^(x+|é+|(日本)+日?|(😀)+) …$/u);
  }
});
