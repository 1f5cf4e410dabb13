import { expect } from "vitest";
import type { Asker, GivenCms } from "./cms.test-kit";

type Raw = {
  readonly who?: Asker;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What an answer must never hold, whoever asks. */
const secrets =
  /"(apiKey|apiKeyIndex|hash|salt|resetPasswordToken|loginAttempts|lockUntil|stack)":(?!\{)|node_modules|Failed query|SQLITE|the same for all/;

export type Asked = readonly [where: string, asked?: Raw];

/** Asks like that, and answers its status; whatever it is, it is not 500 and tells nothing. */
export async function attackOn(
  given: GivenCms,
  where: string,
  { who = "viewer", method = "GET", body, headers = {} }: Raw = {},
): Promise<readonly [status: number, text: string]> {
  const { payloadRest } = await import("./rest-gate");
  const signed: Record<string, string> =
    who === "nobody" ? {} : { authorization: `users API-Key ${given.people[who].apiKey}` };
  const response = await payloadRest(
    new Request(`http://airweek.test/api${where}`, {
      method,
      headers: { "content-type": "application/json", ...signed, ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  );
  const text = await response.text();
  expect({ where: where.slice(0, 200), body: body?.slice(0, 200), status: response.status, text }).toMatchObject({
    status: expect.toSatisfy((status: number) => status < 500),
    text: expect.not.stringMatching(secrets),
  });
  expect(text).not.toContain(given.people.admin.apiKey);
  return [response.status, text];
}
