import type { PayloadLogger } from "payload";
import { log } from "@/server/log";
import { isOfTheAsker, isOnlyAdmin } from "./database-errors";

/**
 * Airweek's log as Payload writes to it. Payload tells refusals from failures by the names of its classes,
 * which a build shortens; here they are told by their status: a refusal is the asker's affair, and no error.
 */
export const payloadLog: PayloadLogger = Object.create(log, {
  error: {
    value: (fields: unknown, ...rest: readonly unknown[]) => {
      const status = statusOf(fields);
      if (status !== null && status < 500) return log.debug({ event: "refused", status }, messageOf(fields));
      return (log.error as (...all: readonly unknown[]) => void)(fields, ...rest);
    },
  },
}) as PayloadLogger;

function statusOf(fields: unknown): number | null {
  const error = errorIn(fields);
  if (isOnlyAdmin(error)) return 409;
  if (isOfTheAsker(error)) return 400;
  return error && "status" in error && typeof error.status === "number" ? error.status : null;
}

function messageOf(fields: unknown): string {
  const error = errorIn(fields);
  return error && "message" in error ? String(error.message) : "refused";
}

function errorIn(fields: unknown): object | null {
  return typeof fields === "object" && fields !== null && "err" in fields && typeof fields.err === "object"
    ? fields.err
    : null;
}
