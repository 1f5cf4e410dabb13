import { expect, test } from "vitest";
import { readWish } from "./read-wish";

test("an address and a role are enough", () => {
  expect(readWish(["--email", "Ada@Example.org", "--role", "admin"])).toEqual({
    ok: true,
    value: { email: "ada@example.org", role: "admin", withApiKey: false },
  });
  expect(
    readWish(["--email=a@b.org", "--role=host", "--password=long enough", "--name", "Ada", "--api-key"]),
  ).toMatchObject({ value: { password: "long enough", name: "Ada", withApiKey: true } });
});

test.each([
  [[], "--email"],
  [["--email", "ada", "--role", "admin"], "no e-mail address"],
  [["--email", "a@b.org"], "--role is missing"],
  [["--email", "a@b.org", "--role", "boss"], "none of admin, programmer, host, viewer"],
  [["--email", "a@b.org", "--role", "host", "--password", ""], "standard input"],
  [["--email", "a@b.org", "--role", "host", "--colour", "red"], "--colour"],
  [["--email"], "--email"],
])("what is wrong with %j is said", (args, sentence) => {
  const wish = readWish(args);
  expect(wish.ok ? "" : wish.error).toContain(sentence);
});

test("a password of - is left to standard input", () => {
  expect(readWish(["--email", "a@b.org", "--role", "host", "--password", "-"])).toMatchObject({
    ok: true,
    value: { password: "-" },
  });
});
