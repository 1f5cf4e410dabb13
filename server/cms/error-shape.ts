import { APIError, type AfterErrorHook } from "payload";

/**
 * A refusal of ours reads the same from Payload's REST as from Airweek's: `{ success: false, code, error, details }`,
 * beside the `errors` that Payload's admin reads.
 */
export const planErrorShape: AfterErrorHook = ({ error, result }) => {
  if (!(error instanceof APIError) || typeof error.data?.code !== "string") return;
  return { response: { ...result, success: false, code: error.data.code, error: error.message, details: error.data.details } };
};
