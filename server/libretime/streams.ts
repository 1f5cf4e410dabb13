import { z } from "zod";
import type { Duration } from "@/domain/time";
import type { Ask } from "./call";
import { verbsOf } from "./table";
import { wireDuration } from "./values";

/** A webstream of LibreTime's. Its address stays there: it may carry a password. */
export type LibreTimeStream = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** How long LibreTime's own pages would plan it for. */
  readonly length: Duration;
};

const wireStream = z.object({ id: z.int(), name: z.string(), description: z.string().nullish(), length: wireDuration })
  .transform(({ id, name, description, length }): LibreTimeStream => ({ id, name: name.trim(), description: description?.trim() ?? "", length }));

/** LibreTime's webstreams. The list has no filter (R162). */
export function streamsOf(ask: Ask) {
  const { list, get } = verbsOf(ask, { path: "/webstreams", noun: "webstream", row: wireStream });
  return { list, get };
}
