import { describe, expect, test } from "vitest";
import { everybody, askTrpc, givenDoors, procedureTypes, codeIn, trpc, type Who } from "@/server/rest/doors.test-kit";
import type { Given } from "@/server/schedule/given/given.test-kit";
import { matrixActs } from "@/server/schedule/faults/acts/matrix-acts.test-kit";
import { writingWays } from "./writing-ways.test-kit";
import type { Procedure } from "./doors.test-kit";
import { planningProcedures } from "./planning-procedures.test-kit";
import { manyProcedures } from "./many-procedures.test-kit";
import { gridProcedures } from "./grid-procedures.test-kit";
import { libraryProcedures } from "./library-procedures.test-kit";

const procedures: Readonly<Record<string, Procedure>> = {
  ...planningProcedures,
  ...manyProcedures,
  ...gridProcedures,
  ...libraryProcedures,
};

test("every procedure is in the table, and the table has no other", () => {
  expect(Object.keys(procedureTypes).sort()).toEqual(Object.keys(procedures).sort());
});

test("every procedure that writes to LibreTime is among the ways in on which the guard is tried, and no other is", () => {
  const writing = Object.entries(procedures).flatMap(([name, { writes }]) => (writes === "libretime" ? [name] : []));
  expect([...new Set(writingWays.map(({ procedure }) => procedure))].sort()).toEqual(writing.sort());
});

test("every procedure that writes to LibreTime is broken in the fault matrix, and no other is", () => {
  const writing = Object.entries(procedures).flatMap(([name, { writes }]) => (writes === "libretime" ? [name] : []));
  expect([...new Set(matrixActs.map(({ procedure }) => procedure))].sort()).toEqual(writing.sort());
});

/** Asks, and answers the status and the problem. */
async function ask({ deps }: Given, name: string, who: Who, body: unknown): Promise<string> {
  const response = await askTrpc(name, { who, body });
  if (procedureTypes[name] === "subscription") return firstOf(response.body!, deps);
  return response.ok
    ? "let in"
    : `${response.status} ${codeIn([response.status, (await response.json()) as Record<string, unknown>])}`;
}

/** A stream has begun before it is known who listens: what comes first is news, or the refusal. */
async function firstOf(stream: ReadableStream<Uint8Array>, { news }: Given["deps"]): Promise<string> {
  const publishing = setInterval(() => news.publish({ kind: "slots-changed" }), 5);
  try {
    let text = "";
    for await (const chunk of stream.pipeThrough(
      new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>,
    ) as unknown as AsyncIterable<string>) {
      text += chunk;
      if (text.includes('"kind":"slots-changed"')) return "let in";
      const problem = /"httpStatus":(\d+).*"problem":\{"code":"(\w+)"/.exec(text);
      if (problem) return `${problem[1]} ${problem[2]}`;
    }
    return `an end after ${text}`;
  } finally {
    clearInterval(publishing);
  }
}

describe.each(Object.entries(procedures))("%s", (name, { may, before, good, writes, bad }) => {
  const refused = everybody.filter((who) => !may.includes(who));

  test(`is for ${may.join(", ")}; the others change nothing`, async () => {
    await using given = await givenDoors();
    const earlier = await before?.(given);
    const [station, slots] = [await given.station.snapshot(), await given.slots()];
    const input = good?.(given, earlier);
    for (const who of refused) {
      const code = who === "nobody" ? "401 UNAUTHENTICATED" : "403 FORBIDDEN";
      // Who you are is asked before what you send is looked at.
      expect([who, await ask(given, name, who, input), await ask(given, name, who, "[]")]).toEqual([who, code, code]);
    }
    expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
  });

  test.each(may)(
    `by the %s writes ${writes === "libretime" ? "to LibreTime" : "nothing to LibreTime"}`,
    async (who) => {
      await using given = await givenDoors();
      const earlier = await before?.(given);
      const slots = await given.slots();
      await given.station.clearRequests();
      expect(await ask(given, name, who, good?.(given, earlier))).toBe("let in");
      const written = (await given.station.requests()).filter(({ method }) => method !== "GET");
      expect(written.length > 0).toBe(writes === "libretime");
      expect(JSON.stringify(await given.slots()) !== JSON.stringify(slots)).toBe(writes === "libretime");
    },
  );

  if (bad.length > 0) {
    test("refuses bad input with its code, and changes nothing", async () => {
      await using given = await givenDoors();
      await before?.(given);
      const [station, slots] = [await given.station.snapshot(), await given.slots()];
      for (const [what, input, code] of bad) {
        const answered = await trpc(name, { who: may.includes("programmer") ? "programmer" : may[0]!, body: input });
        expect([what, codeIn(answered)]).toEqual([what, code]);
        expect(answered[0]).toBeOneOf([400, 404]);
        expect(JSON.stringify(answered)).not.toMatch(/stack|node_modules|\.ts:/);
      }
      expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
    });
  }
});
