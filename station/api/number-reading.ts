import type { Field } from "../model/field";
import { pythonNumber } from "../values/duration";
import { read, refused } from "./reading";
import type { Reading } from "./reading";

/** Whole numbers as number or text; "1.5" is none (R232); beyond the column's range is a 400, not a 500 (R142, R180). */
export function readInteger(field: Field, input: unknown): Reading {
  const spelled = spelledNumber(input)?.replace(/\.0*\s*$/, "");
  if (spelled === undefined || !/^\s*[+-]?\d+\s*$/.test(spelled)) return refused("A valid integer is required.");
  const value = Number(spelled);
  const [least, most] = field.range ?? [-Infinity, Infinity];
  if (value > most) return refused(`Ensure this value is less than or equal to ${most}.`);
  if (value < least) return refused(`Ensure this value is greater than or equal to ${least}.`);
  return read(value);
}

export function readFloat(_: Field, input: unknown): Reading {
  const spelled = spelledNumber(input);
  const value = spelled === undefined || spelled.trim() === "" ? Number.NaN : Number(spelled);
  return Number.isNaN(value) ? refused("A valid number is required.") : read(value);
}

const digits = 8;
const decimals = 2;

/** Answered as text with two decimals, "-7.25" (R176); at most eight digits in total (R180). */
export function readDecimal(_: Field, input: unknown): Reading {
  const parts = /^\s*([+-]?)0*(\d*)(?:\.(\d*))?\s*$/.exec(spelledNumber(input) ?? "x");
  if (!parts) return refused("A valid number is required.");
  const [, sign, whole = "", fraction = ""] = parts;
  if (whole.length + fraction.length > digits)
    return refused(`Ensure that there are no more than ${digits} digits in total.`);
  if (fraction.length > decimals) return refused(`Ensure that there are no more than ${decimals} decimal places.`);
  if (whole.length > digits - decimals)
    return refused(`Ensure that there are no more than ${digits - decimals} digits before the decimal point.`);
  return read(`${sign === "-" ? "-" : ""}${whole === "" ? "0" : whole}.${fraction.padEnd(decimals, "0")}`);
}

function spelledNumber(input: unknown): string | undefined {
  if (typeof input === "number") return pythonNumber(input);
  return typeof input === "string" ? input : undefined;
}

const yes: ReadonlySet<unknown> = new Set([true, 1, "1", ...["t", "y", "yes", "true", "on"].flatMap(spellings)]);
const no: ReadonlySet<unknown> = new Set([
  false,
  0,
  "0",
  "0.0",
  ...["f", "n", "no", "false", "off"].flatMap(spellings),
]);
const nothing: ReadonlySet<unknown> = new Set(["", "null", "Null", "NULL", "None"]);

function spellings(word: string): readonly string[] {
  return [word, word.toUpperCase(), `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`];
}

/** "yes", "true", 1 and their opposites (R062); anything else is refused (R064). */
export function readBoolean(field: Field, input: unknown): Reading {
  if (yes.has(input)) return read(true);
  if (no.has(input)) return read(false);
  return nothing.has(input) && field.nullable ? read(null) : refused("Must be a valid boolean.");
}
