import { z } from "zod";
import type { Instance } from "@/domain/station-rows";
import type { Ask } from "./call";
import { wireCreatedAt } from "./created-at";
import type { InstanceBody } from "./rows";
import { verbsOf } from "./table";
import { wireInstant } from "./values";

/** An instance of LibreTime's; `createdAt` is the mark by which we find our own again. */
export type LibreTimeInstance = Instance;

const wireInstance = z
  .object({
    id: z.int(),
    show: z.int(),
    starts_at: wireInstant,
    ends_at: wireInstant,
    modified: z.boolean(),
    created_at: wireCreatedAt,
  })
  .transform(({ id, show, starts_at, ends_at, modified, created_at }): LibreTimeInstance => ({
    id,
    showId: show,
    startsAt: starts_at,
    endsAt: ends_at,
    modified,
    createdAt: created_at,
  }));

/** LibreTime's show instances. No filter of any kind exists (R146). */
export function instancesOf(ask: Ask) {
  const {
    list,
    get,
    create,
    delete: remove,
  } = verbsOf(ask, { path: "/show-instances", noun: "instance", row: wireInstance });
  return {
    list,
    get,
    create: (body: InstanceBody) =>
      create(body, ({ showId, createdAt }) => showId === body.show && createdAt === body.created_at),
    /** Takes its rows along, whoever made them, and rebroadcasts of it in other shows (R300, R306): make sure that it is empty. */
    delete: remove,
  };
}
