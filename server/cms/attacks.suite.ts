import { afterAll, beforeAll } from "vitest";
import { askingSuite } from "./asking.suite";
import { queryAttacks } from "./attacks.queries.suite";
import { writeAttacks } from "./attacks.writes.suite";
import { givenCms, type GivenCms } from "./cms.test-kit";
import { serverFunctionSuite } from "./server-functions.suite";

/** Attacks on Payload's REST: on neither database does one give 500, a stack, or what is somebody else's. */
export function attackSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
  });
  afterAll(async () => {
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  queryAttacks(() => given);
  writeAttacks(() => given);
  askingSuite(() => given);
  serverFunctionSuite(() => given);
}
