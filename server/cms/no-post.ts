import type { EmailAdapter } from "payload";

/** Airweek sends no mail: an admin sets a new password, or `npm run user` does. */
export const noPost: EmailAdapter = () => ({
  name: "none",
  defaultFromAddress: "airweek@localhost",
  defaultFromName: "Airweek",
  sendEmail: async () => undefined,
});
