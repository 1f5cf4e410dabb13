import { createHash } from "node:crypto";
import { z } from "zod";
import type { Duration } from "@/domain/time";
import type { Ask } from "./call";
import { wireMark, type CreatedAt } from "./created-at";
import { verbsOf } from "./table";
import { wireDuration } from "./values";

/** A webstream of LibreTime's. Its address stays there: it may carry a password. */
export type LibreTimeStream = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** How long LibreTime's own pages would plan it for. */
  readonly length: Duration;
  /** When it was added: no other webstream of that id has it. */
  readonly createdAt: CreatedAt | null;
  /** By which two addresses are told apart, and from which none is read. */
  readonly addressDigest: string;
};

const wireStream = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string().nullish(),
    url: z.string().nullish(),
    length: wireDuration,
    created_at: wireMark,
  })
  .transform(({ id, name, description, url, length, created_at }): LibreTimeStream => ({
    id,
    name: name.trim(),
    description: description?.trim() ?? "",
    length,
    createdAt: created_at,
    addressDigest: digestOf(url ?? ""),
  }));

/** Short, so that nobody can be sure of having guessed a password that is in it. */
function digestOf(address: string): string {
  return createHash("sha256").update(address.trim()).digest("hex").slice(0, 12);
}

/** LibreTime's webstreams. The list has no filter (R162). */
export function streamsOf(ask: Ask) {
  const { list, get } = verbsOf(ask, { path: "/webstreams", noun: "webstream", row: wireStream });
  return { list, get };
}
