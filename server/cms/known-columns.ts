import type { KnownShow } from "@/domain/identities/station-show";
import type { Recording } from "@/domain/identities/recording";
import type { Webstream } from "@/domain/identities/webstream";

/** What a slot plays, as LibreTime knew it when it was planned: a recording or a webstream. */
export type KnownMedia = Recording | Webstream;

/** What is kept of a recording, as a text that two equal ones share. */
export function recordingText({ title, seconds, md5, createdAt }: Recording): string {
  return JSON.stringify({ title, seconds, md5, createdAt });
}

/** The same of what a slot plays. */
export function mediaText(known: KnownMedia): string {
  return "addressDigest" in known
    ? JSON.stringify({ name: known.name, addressDigest: known.addressDigest })
    : recordingText(known);
}

/** The same of a show. */
export function showText({ name, description, colour, wasReplaced }: KnownShow): string {
  return JSON.stringify({ name, description, colour, wasReplaced });
}

/** Off the column; null where nothing is kept, or nothing that can be read. */
export function readRecording(column: unknown): Recording | null {
  const { title, seconds, md5, createdAt } = fieldsIn(column);
  return typeof title === "string"
    ? { title, seconds: numberOrNull(seconds), md5: textOrNull(md5), createdAt: textOrNull(createdAt) }
    : null;
}

/** The same of what a slot plays. */
export function readMedia(column: unknown): KnownMedia | null {
  const { name, addressDigest } = fieldsIn(column);
  return typeof name === "string" && typeof addressDigest === "string"
    ? { name, addressDigest }
    : readRecording(column);
}

/** The same of a show. */
export function readShow(column: unknown): KnownShow | null {
  const { name, description, colour, wasReplaced } = fieldsIn(column);
  return typeof name === "string"
    ? {
        name,
        description: textOrNull(description) ?? "",
        colour: textOrNull(colour),
        ...(wasReplaced === true && { wasReplaced }),
      }
    : null;
}

function fieldsIn(column: unknown): Readonly<Record<string, unknown>> {
  if (typeof column !== "string") return {};
  try {
    const read: unknown = JSON.parse(column);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
