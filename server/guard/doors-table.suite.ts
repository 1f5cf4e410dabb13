import { sessionOf } from "@/server/cms/sign-in/session.test-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givenCms, type Asker, type GivenCms } from "@/server/cms/cms.test-kit";
import { waysOf } from "@/server/cms/ways-in.test-kit";
import { askDoors, openDoors, pages, routesOnDisk, type Doors } from "./http-doors.test-kit";
import { judgeFunctionsBy } from "./judge-function";

const askers: readonly Asker[] = ["nobody", "viewer", "host", "programmer", "admin"];
const [json, form, text, query] = [
  "application/json",
  "multipart/form-data; boundary=x",
  "text/plain;charset=UTF-8",
  "application/x-www-form-urlencoded",
];
const bodies: Readonly<Record<string, string>> = {
  [json]: "{}",
  [text]: "{}",
  [query]: "title=x",
  [form]: '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{}\r\n--x--\r\n',
};
const collectionsWithForms = /^(POST|PATCH|PUT|DELETE) \/api\/(shows|episodes|patterns|users)(\/|$)/;

/** Where a request says that it comes from; the last is what somebody writes to be believed. `judge.test.ts` has more. */
const origins: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another port": { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3127" },
  "another site": { "sec-fetch-site": "cross-site", origin: "http://example.org" },
  "a typed address": { "sec-fetch-site": "none" },
  "forged headers": {
    origin: "http://example.org",
    "x-forwarded-host": "example.org",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "127.0.0.1",
    forwarded: "host=example.org",
  },
};

/** Every door × who × from where × what kind of body, over real HTTP on either database. */
export function doorsTableSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  let doors: Doors;
  let changing: readonly string[];
  const cookies = new Map<Asker, string>();

  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
    judgeFunctionsBy((await import("@/server/cms/server-functions")).judgeCall);
    doors = await openDoors();
    for (const who of askers.filter((each) => each !== "nobody")) {
      cookies.set(who, await sessionOf({ email: `${who}@example.org`, password: "the same for all" }));
    }
    changing = await changingWays();
  });
  afterAll(async () => {
    await doors?.[Symbol.asyncDispose]();
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  const ask = (way: string, headers: Readonly<Record<string, string>>, body?: string) => {
    const [method, address] = way.split(" ") as [string, string];
    return askDoors(`${doors.url}${address}`, { method, headers, ...(body !== undefined && { body }) });
  };
  const as = (who: Asker): Record<string, string> => (cookies.has(who) ? { cookie: cookies.get(who)! } : {});

  /** All that a request could have made or changed; the process keeps jobs of its clock and a row of its health. */
  async function kept(): Promise<readonly unknown[]> {
    const slugs = (await theConfig()).collections.map(({ slug }) => slug);
    const all = await Promise.all(
      slugs.map((collection) => given.cms.db.find({ collection, limit: 0, pagination: false, sort: "id" })),
    );
    return all.map(({ docs }) =>
      docs.filter(
        (doc) => !("queue" in doc && doc["queue"] === "chores") && !("key" in doc && doc["key"] === "airweek:health"),
      ),
    );
  }

  test("no page of another site changes anything, whoever visits it, whatever it sends, at any door", async () => {
    const [before, reached] = [await kept(), doors.reached()];
    for (const way of changing) {
      for (const who of askers) {
        const cells = Object.entries(origins).flatMap(([where, headers]) =>
          [json, text, query, form, null].map((type) => ({ where, headers, type })),
        );
        await Promise.all(
          cells.map(async ({ where, headers, type }) => {
            const told = await ask(
              way,
              { ...as(who), ...headers, ...(type && { "content-type": type }) },
              type ? bodies[type] : undefined,
            );
            expect({ way, who, where, type, ...told }).toMatchObject({ status: 403, code: "FORBIDDEN" });
          }),
        );
      }
    }
    expect([doors.reached(), await kept()]).toEqual([reached, before]);
  }, 300_000);

  test("a cookie without a word of where from changes nothing; nobody without one gets no further than the door", async () => {
    const before = await kept();
    for (const way of changing) {
      for (const who of askers) {
        const told = await ask(way, { ...as(who), "content-type": json }, "{}");
        expect({ way, who, ...told }).toMatchObject(
          who === "nobody"
            ? { status: expect.toBeOneOf([400, 401, 403, 404, 415, 503]) }
            : { status: 403, code: "FORBIDDEN" },
        );
      }
    }
    expect(await kept()).toEqual(before);
  }, 300_000);

  test("a body of another kind is refused at every door, from our own pages and with a key alike", async () => {
    const before = await kept();
    for (const way of changing) {
      const types = [text, query, ...(collectionsWithForms.test(way) ? [] : [form])].filter(
        (type) => !(isPage(way) && type === text),
      );
      const senders: readonly Record<string, string>[] = [
        { cookie: cookies.get("admin")!, "sec-fetch-site": "same-origin" },
        { authorization: `users API-Key ${given.people.admin.apiKey}` },
      ];
      for (const who of senders) {
        for (const type of types)
          expect({ way, type, ...(await ask(way, { ...who, "content-type": type }, bodies[type])) }).toMatchObject({
            status: 415,
            code: "MALFORMED_REQUEST",
          });
        expect({ way, ...(await ask(way, who, "{}")) }).toMatchObject({ status: 415, code: "MALFORMED_REQUEST" });
      }
    }
    expect(await kept()).toEqual(before);
  }, 300_000);

  describe("our own pages come in", () => {
    const made = async (headers: Readonly<Record<string, string>>, body = '{"title":"Made here"}') =>
      (await ask("POST /api/shows", { "content-type": json, ...headers }, body)).status;
    test("as the browser says, or by their origin, also behind forged headers; and a key comes in from anywhere", async () => {
      const cookie = cookies.get("admin")!;
      expect(await made({ cookie, "sec-fetch-site": "same-origin" })).toBe(201);
      expect(await made({ cookie, origin: doors.url })).toBe(201);
      expect(await made({ cookie, origin: doors.url, "x-forwarded-host": "example.org" })).toBe(201);
      const authorization = `users API-Key ${given.people.programmer.apiKey}`;
      expect(await made({ authorization, "sec-fetch-site": "cross-site", origin: "http://example.org" })).toBe(201);
    });

    test("an API key is whose request it is, whatever cookie comes with it", async () => {
      const cookie = cookies.get("admin")!;
      expect(
        await made({
          cookie,
          authorization: `users API-Key ${given.people.viewer.apiKey}`,
          origin: "http://example.org",
        }),
      ).toBe(403);
      expect(await made({ cookie, authorization: "users API-Key guessed", origin: "http://example.org" })).toBe(403);
    });

    test("a form of the admin's and a long query", async () => {
      const headers = { cookie: cookies.get("admin")!, "sec-fetch-site": "same-origin" };
      expect(
        (
          await ask(
            "POST /api/shows",
            { ...headers, "content-type": form },
            bodies[form]!.replace("{}", '{"title":"By form"}'),
          )
        ).status,
      ).toBe(201);
      expect(
        (
          await ask(
            "POST /api/shows",
            { ...headers, "content-type": query, "x-payload-http-method-override": "GET" },
            "limit=1",
          )
        ).status,
      ).toBe(200);
    });

    test.each(askers)("a function of the admin's is judged by who asks: %s", async (who) => {
      const call = (body: string) =>
        ask(
          "POST /admin/collections/shows",
          { ...as(who), "sec-fetch-site": "same-origin", "content-type": text, "next-action": "40".padEnd(42, "a") },
          body,
        );
      const stranger = { status: 401, code: "UNAUTHENTICATED" };
      expect(
        await call('[{"name":"table-state","args":{"collectionSlug":"shows","query":{"sort":"title"}}}]'),
      ).toMatchObject(who === "nobody" ? stranger : { status: 204 });
      for (const body of [
        "",
        "{",
        "[]",
        "null",
        '["x"]',
        '[{"name":"constructor","args":{}}]',
        '[{"name":"table-state","args":{"collectionSlug":"shows","query":{"sort":"hosts.hash"}}}]',
        '[{"name":"form-state","args":"$1"}]',
        '[{"name":"$1","args":{}}]',
        `[${"[".repeat(5000)}${"]".repeat(5000)}]`,
        "x".repeat(300_000),
        '[{"name":"form-state","args":{"collectionSlug":"shows","__proto__":{"a":1}}}]',
      ]) {
        expect([body.slice(0, 60), await call(body)]).toMatchObject([
          body.slice(0, 60),
          who === "nobody" ? stranger : { status: 400, code: "MALFORMED_REQUEST" },
        ]);
      }
    });
  });

  test("no GET changes anything, whoever follows a link to it", async () => {
    const before = await kept();
    const reading = [...waysOf(await theConfig()), ...Object.keys(await routesOnDisk())]
      .filter((way) => way.startsWith("GET ") && !way.includes("["))
      .map((way) => way.replace(/^GET (?!\/api)/, "GET /api").replace(/:\w+\??/g, given.people.viewer.id));
    expect(reading.length).toBeGreaterThan(20);
    for (const way of [...reading, ...(await mutations()).map((name) => `GET /api/trpc/${name}?input=%7B%7D`)]) {
      expect({
        way,
        ...(await ask(way, { ...as("admin"), "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })),
      }).toMatchObject({ status: expect.toSatisfy((status: number) => status < 500 || status === 503) });
    }
    expect(await kept()).toEqual(before);
  }, 120_000);
}

/** Payload's configuration is read once, after the database has its address. */
const theConfig = async () => (await import("@payload-config")).default;

async function mutations(): Promise<readonly string[]> {
  const { appRouter } = await import("@/server/trpc/router");
  const typeOf = (procedure: unknown): string => (procedure as { _def: { type: string } })._def.type;
  return Object.entries(appRouter._def.procedures)
    .filter(([, each]) => typeOf(each) === "mutation")
    .map(([name]) => name);
}

const isPage = (way: string) => !way.includes(" /api");

/** What can change something: routes and pages of the file system, procedures, and Payload's endpoints, an address each. */
async function changingWays(): Promise<readonly string[]> {
  const ours = Object.keys(await routesOnDisk()).filter(
    (way) => !/^(GET|HEAD|OPTIONS) /.test(way) && !way.includes("["),
  );
  const procedures = (await mutations()).map((name) => `POST /api/trpc/${name}`);
  const payload = waysOf(await theConfig())
    .filter((way) => !way.startsWith("GET "))
    .map((way) => way.replace(" ", " /api").replace(/:\w+\??/g, "00000000-0000-4000-8000-000000000000"));
  const all = [...ours, ...procedures, ...payload, ...pages.map((page) => `POST ${page.replace(/\[+[^\]]*\]+/, "x")}`)];
  return [...new Set(all)];
}
