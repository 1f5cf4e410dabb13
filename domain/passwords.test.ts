import { expect, test } from "vitest";
import { passwordFault } from "./passwords";

const robin = { name: "Robin Hébert", email: "r.hebert@colline.example", stationName: "Radio Colline" };

test.each(["short", "ten chars", "          ", "    short    ", "", "é".repeat(9)])("“%s” is too short", (password) => {
  expect(passwordFault(password, robin)).toBe("A password needs at least 10 characters.");
});

test.each([
  "Robin Hebert",
  "robinhebert",
  "ROBIN-HÉBERT-2026",
  "hebertrobin",
  "robinrobin",
  "Robin12345",
  "1234567890robin",
  "r.hebert@colline.example",
  "R.Hebert@Colline.example1",
  "radiocolline",
  "Radio Colline!",
  "Radio Colline 2026",
  "RadioCollineRadioColline",
  "collineradio",
  "  Robin   Hébert  ",
  "Ｒｏｂｉｎ Ｈéｂｅｒｔ",
  "xxrobinhebertxx",
])("“%s” is a name with a little around it", (password) => {
  expect(passwordFault(password, robin)).toContain("more than your name");
});

test.each([
  "quarry at noon",
  "robin sings on the quay",
  "48291038471920384756",
  "correct horse battery",
  "日本語のパスワード一二三",
  "x".repeat(500),
])("“%s” may be set", (password) => {
  expect(passwordFault(password, robin)).toBeNull();
});

test("who has no name and no address yet is asked for ten characters alone", () => {
  expect(passwordFault("quarry at noon", { stationName: "FM" })).toBeNull();
  expect(passwordFault("FMFMFMFMFMFM", { stationName: "FM", name: null, email: null })).toBeNull();
});
