import { expect, test } from "vitest";
import { attackOn, type Asked } from "./attack.test-kit";
import type { GivenCms } from "./cms.test-kit";
import { fresh } from "./ways-in.test-kit";

/** Queries and addresses that ask for more than there is. */
export function queryAttacks(given: () => GivenCms): void {
  const attack = (...asked: Asked) => attackOn(given(), ...asked);

  test.each([
    "apiKey",
    "apiKeyIndex",
    "hash",
    "salt",
    "resetPasswordToken",
    "resetPasswordExpiration",
    "loginAttempts",
    "lockUntil",
    "sessions.id",
    "email",
  ])("a person's %s is neither asked for, nor sorted by, nor shown", async (field) => {
    await given().cms.login({
      collection: "users",
      data: { email: "admin@example.org", password: "the same for all" },
    });
    await given().cms.create({
      collection: "shows",
      data: { title: "Hosted", hosts: [given().people.admin.id, given().people.host.id] },
    });
    for (const where of [
      `/users?where[${field}][exists]=true`,
      `/users/count?where[${field}][like]=a`,
      `/users?sort=${field}`,
      `/users?sort=-${field}`,
      `/shows?where[hosts.${field}][exists]=true`,
      `/shows?sort=hosts.${field}`,
      `/episodes?where[show.hosts.${field}][exists]=true`,
      `/users?joins[shows][where][hosts.${field}][exists]=true`,
      `/users?joins[shows][sort]=hosts.${field}`,
      `/users?where[or][0][and][0][${field}][not_equals]=x`,
    ]) {
      expect([where, (await attack(where))[0]]).toEqual([where, 400]);
    }
    for (const where of [
      `/users?select[${field}]=true`,
      `/shows?populate[users][${field}]=true`,
      "/users?depth=999",
      "/users?showHiddenFields=true",
      "/shows?depth=3",
      "/access",
      "/payload-locked-documents?depth=3",
    ]) {
      expect((await attack(where))[1]).not.toMatch(/admin@example\.org|host@example\.org|"expiresAt"/);
    }
  });

  test.each([
    "where=x",
    "where[title]=x",
    "where[title][equals][a]=x",
    "where[title][nonsense]=x",
    "where[or]=x",
    "where[or][0]=x",
    "where[and][]=",
    "where[or][]",
    "where[and][0][or][]=",
    "where[or][0][and][]=",
    "where[title][equals]=%00",
    "where[show][near]=1,2,3",
    "where[scheduledAt][greater_than]=abc",
    "where[title;DROP TABLE x][equals]=abc",
    "sort=title;drop",
    "sort[a]=b",
    "sort=show.title",
    "limit=1e99",
    "limit=-5",
    "page=99999999999999999999",
    "depth=abc",
    "joins=x",
  ])("a query of %s is refused", async (query) => {
    expect((await attack(`/episodes?${query}`))[0]).toBe(400);
  });

  test.each([
    "depth=999",
    "where[title][like]=%27%20OR%201=1--",
    "where[id][equals]=%27%20OR%201=1--",
    "where[show][equals]=none",
    "where[show][in][]=none",
    "where[length][greater_than]=abc",
    "where[length][equals]=99999999999999999999",
    "where[__proto__][exists]=true",
    "where[constructor][equals]=x",
    "select=x",
    "select[__proto__]=true",
    "populate=x",
    "locale=zz&fallbackLocale=yy&draft=true&trash=true",
    "_method=DELETE",
  ])("a query of %s finds nothing that is not to be found", async (query) => {
    await fresh.episodes!(given());
    const before = (await given().cms.count({ collection: "episodes" })).totalDocs;
    await attack(`/episodes?${query}`);
    expect((await given().cms.count({ collection: "episodes" })).totalDocs).toBe(before);
  });

  test.each([
    "/episodes/%00",
    "/episodes/%",
    "/episodes/%E0%A4%A",
    `/episodes/${"a".repeat(10_000)}`,
    "/episodes/'%20OR%201=1--",
    "/__proto__",
    "/constructor/x",
    "/toString",
    "/hasOwnProperty/1",
    "/globals/__proto__",
    "/globals/users",
    "/episodes/..%2f..%2fusers",
    "//users",
  ])("an address of %s is none", async (where) => {
    expect((await attack(where, { who: "admin" }))[0]).toBeOneOf([400, 404]);
  });
}
