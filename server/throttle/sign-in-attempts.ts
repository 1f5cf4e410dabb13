import { createHash } from "node:crypto";
import type { Counters } from "./counters";
import { growingWait } from "./growing-wait";
import { networkOf } from "./network";
import type { Wait } from "./wait";

/** Who tries to sign in as whom. */
export type Attempt = {
  /** The address as it is compared, and what changes when its password is set: then nothing of before counts. */
  readonly account: string;
  /** Where from; null for whoever came by no socket. */
  readonly address: string | null;
  /** The browser that this person has signed in with before, if it is one. */
  readonly browser: string | null;
};

/** Waits between attempts to sign in. */
export type SignInAttempts = {
  /** Counts the attempt before the password is looked at. Null: look at it. */
  readonly begin: (attempt: Attempt) => Promise<Wait | null>;
  /** The password was right: it was no attempt. */
  readonly succeed: (attempt: Attempt) => Promise<void>;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** After so many wrong passwords within an hour, an account is being guessed at. */
const UNDER_ATTACK = 50;

/**
 * Counts attempts by account and address together, by address alone, and by account alone. A browser that the person
 * has signed in with before is counted by itself, so that no stranger makes its owner wait.
 */
export function signInAttempts(counters: Counters): SignInAttempts {
  const waits = { firstSeconds: 30, longestSeconds: 15 * MINUTE, forgottenAfterSeconds: 12 * HOUR };
  const pairs = growingWait(counters, { name: "account-address", free: 4, ...waits });
  const browsers = growingWait(counters, { name: "browser", free: 4, ...waits });
  const addresses = growingWait(counters, {
    name: "address",
    free: 30,
    firstSeconds: 10,
    longestSeconds: 2 * MINUTE,
    forgottenAfterSeconds: HOUR,
  });
  const accounts = counters({ name: "account", points: Number.MAX_SAFE_INTEGER, seconds: HOUR });

  return {
    begin: async (attempt) => {
      const { account, address, pair, browser } = keysOf(attempt);
      if (browser) return browsers.enter(browser);
      const isAttacked = ((await accounts.get(account))?.consumedPoints ?? 0) >= UNDER_ATTACK;
      // Whoever waits for this account anyway uses up nothing of what the address has left.
      const wait = (await pairs.waiting(pair)) ? null : await addresses.enter(address);
      if (wait) return wait;
      // Never none: whoever knows the password is let in from anywhere, however many guess.
      const own = await pairs.enter(pair, isAttacked ? 0 : undefined);
      if (own === null) await accounts.penalty(account);
      return own;
    },
    succeed: async (attempt) => {
      const { account, address, pair, browser } = keysOf(attempt);
      if (browser) return browsers.forget(browser);
      await Promise.all([pairs.forget(pair), addresses.forgive(address), accounts.reward(account)]);
    },
  };
}

/** Keys of one length, whatever somebody sends, without an address in them. */
function keysOf({ account, address, browser }: Attempt) {
  const network = networkOf(address);
  return {
    account: short(account),
    address: short(network),
    pair: short(account, network),
    browser: browser && short(account, browser),
  };
}

function short(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}
