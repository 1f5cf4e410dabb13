import { APIError, type AfterErrorHook } from "payload";
import { httpStatus, problemHeaders, type Problem } from "@/domain/problems";
import { audit } from "@/server/audit";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { clientAddress } from "@/server/guard/client-address";
import { refusalBody } from "@/server/refusal-body";
import { isOfTheAsker, isOnlyAdmin } from "./database-errors";
import { ONLY_ADMIN } from "./last-admin";

/**
 * A refusal of ours reads the same from Payload's REST as from Airweek's: `{ success: false, code, error, details }`,
 * beside the `errors` that Payload's admin reads. What the database refuses to keep is the asker's to mend as well.
 */
export const planErrorShape: AfterErrorHook = ({ error, result, req }) => {
  if (isOnlyAdmin(error)) return { status: 409, response: { errors: [{ message: ONLY_ADMIN }] } };
  if (isOfTheAsker(error))
    return {
      status: 400,
      response: refusalBody({
        code: "MALFORMED_REQUEST",
        why: "it names something that does not exist, or holds what cannot be kept",
      }),
    };
  if (error instanceof DatabaseUnreachable)
    return { status: httpStatus.DATABASE_UNREACHABLE, response: refusalBody(error.problem) };
  if (!(error instanceof APIError) || typeof error.data?.code !== "string") return;
  const headers = problemHeaders({ code: error.data.code, ...error.data.details } as Problem);
  req.responseHeaders ??= new Headers();
  for (const [name, value] of Object.entries(headers)) req.responseHeaders.set(name, value);
  return {
    response: { ...result, success: false, code: error.data.code, error: error.message, details: error.data.details },
  };
};

/** Who tried what they may not. */
export const auditForbidden: AfterErrorHook = ({ error, req }) => {
  if (!("status" in error) || error.status !== 403) return;
  audit("forbidden", {
    who: req.user?.id ?? null,
    from: clientAddress(req.headers),
    what: `${req.method} ${req.pathname}`,
  });
};
