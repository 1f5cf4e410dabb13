import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countersIn } from "./counters";
import { signInAttempts, type Attempt, type SignInAttempts } from "./sign-in-attempts";

/** The clock of this process's counters. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const passing = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

/** A guesser, unless told otherwise. */
function trying(given: Partial<Attempt> = {}): Attempt {
  return { account: "ada@example.org", address: "192.0.2.1", browser: null, ...given };
}

/** How long each of so many attempts has to wait; 0 is let in. */
async function waits(signIn: SignInAttempts, count: number, attempt: Attempt): Promise<readonly number[]> {
  const all: number[] = [];
  for (let each = 0; each < count; each += 1) all.push((await signIn.begin(attempt))?.seconds ?? 0);
  return all;
}

test("after five attempts each one waits twice as long as the one before, up to a quarter of an hour", async () => {
  const signIn = signInAttempts(countersIn(null));
  expect(await waits(signIn, 7, trying())).toEqual([0, 0, 0, 0, 0, 30, 30]);
  const grown: number[] = [];
  for (let wait = 30; grown.length < 7;) {
    passing(wait);
    expect(await signIn.begin(trying())).toBeNull();
    wait = (await signIn.begin(trying()))!.seconds;
    grown.push(wait);
  }
  expect(grown).toEqual([60, 120, 240, 480, 900, 900, 900]);
});

test("what is refused costs nothing, and is the first of its wait once", async () => {
  const signIn = signInAttempts(countersIn(null));
  await waits(signIn, 5, trying());
  expect([await signIn.begin(trying()), await signIn.begin(trying())].map((wait) => wait?.isFirst)).toEqual([
    true,
    false,
  ]);
  await waits(signIn, 100, trying());
  passing(30);
  expect(await waits(signIn, 2, trying())).toEqual([0, 60]);
});

test("a hundred attempts at once are a hundred, not one", async () => {
  const signIn = signInAttempts(countersIn(null));
  const all = await Promise.all(Array.from({ length: 100 }, () => signIn.begin(trying())));
  expect(all.filter((wait) => wait === null).length).toBeLessThanOrEqual(5);
});

test("a stranger elsewhere makes nobody wait, whatever they try", async () => {
  const signIn = signInAttempts(countersIn(null));
  for (let address = 0; address < 100; address += 1)
    await waits(signIn, 6, trying({ address: `198.51.100.${address}` }));
  expect(await signIn.begin(trying({ address: "203.0.113.9" }))).toBeNull();
});

test("an account that is guessed at from everywhere gives each new address one attempt", async () => {
  const signIn = signInAttempts(countersIn(null));
  for (let address = 0; address < 50; address += 1) await signIn.begin(trying({ address: `198.51.100.${address}` }));
  expect(await waits(signIn, 2, trying({ address: "203.0.113.9" }))).toEqual([0, 30]);
  expect(await waits(signIn, 4, trying({ account: "grace@example.org", address: "203.0.113.10" }))).toEqual([
    0, 0, 0, 0,
  ]);
});

test("one password tried on many accounts waits by its address, and addresses of one IPv6 customer are one", async () => {
  const signIn = signInAttempts(countersIn(null));
  const spray = async (address: (each: number) => string) => {
    const all: number[] = [];
    for (let each = 0; each < 33; each += 1)
      all.push(...(await waits(signIn, 1, trying({ account: `p${each}@example.org`, address: address(each) }))));
    return all.filter((wait) => wait > 0).length;
  };
  expect(await spray(() => "198.51.100.1")).toBe(2);
  expect(await spray((each) => `2001:db8::${each}`)).toBe(2);
  expect(await spray((each) => `2001:db8:1:${each}::1`)).toBe(0);
});

test("the browser that somebody has signed in with before is counted by itself", async () => {
  const signIn = signInAttempts(countersIn(null));
  for (let each = 0; each < 40; each += 1)
    await waits(signIn, 6, trying({ account: each % 2 ? "ada@example.org" : `p${each}@example.org` }));
  expect((await signIn.begin(trying({ account: "new@example.org" })))?.seconds).toBeGreaterThan(0);
  expect(await waits(signIn, 6, trying({ browser: "hers" }))).toEqual([0, 0, 0, 0, 0, 30]);
});

test("the right password forgets the wrong ones before it; a new one does as well", async () => {
  const signIn = signInAttempts(countersIn(null));
  await waits(signIn, 4, trying());
  await signIn.succeed(trying());
  expect(await waits(signIn, 6, trying())).toEqual([0, 0, 0, 0, 0, 30]);
  expect(await signIn.begin(trying({ account: "ada@example.org with another salt" }))).toBeNull();
});

test("everybody of an office may sign in at the same address", async () => {
  const signIn = signInAttempts(countersIn(null));
  for (let each = 0; each < 200; each += 1) {
    const person = trying({ account: `p${each}@example.org` });
    expect(await signIn.begin(person)).toBeNull();
    await signIn.succeed(person);
  }
});
