import {
  AuthenticationError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from "payload";
import { audit } from "@/server/audit";
import { clientAddress } from "@/server/guard/client-address";
import type { Attempt } from "@/server/throttle/sign-in-attempts";
import { getThrottle } from "@/server/throttle/throttle";
import { tooMany } from "@/server/throttle/wait";
import { apiRefusal } from "../api-refusal";
import { browserCookie, knownBrowser } from "./known-browser";
import { hashForNobody, isPassword } from "./password-hash";
import { endAllSessions, passwordByAddress, passwordById, type PasswordOf } from "./stored-password";

/** What is remembered of a sign-in between its hooks. */
type SignIn = {
  readonly email: string;
  readonly password: string;
  readonly attempt: Attempt;
  readonly known: PasswordOf | null;
};

const under = "airweekSignIn";

function signInOf({ context }: PayloadRequest): SignIn | null {
  return (context[under] as SignIn | undefined) ?? null;
}

/**
 * Before a password is looked at: is it too soon for another one? Whoever is unknown costs what somebody known
 * does, and Payload answers both in the same words.
 */
export const beforeSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== "login" || !("data" in args)) return;
  const { email: given, password } = args.data as Readonly<Record<string, unknown>>;
  // Payload refuses these by itself, and looks nobody up.
  if (typeof given !== "string" || typeof password !== "string" || given.trim() === "" || password.trim() === "")
    return;
  const email = given.toLowerCase().trim();
  const known = await passwordByAddress(email, req);
  const attempt = attemptOf(email, known, req);
  req.context[under] = { email, password, attempt, known } satisfies SignIn;
  await beginAttempt(attempt, known?.id ?? null);
  if (!known) await hashForNobody(password);
};

/** A new password is a new account to the counters: its salt belongs to the account's name there. */
export function attemptOf(email: string, known: PasswordOf | null, { headers, payload }: PayloadRequest): Attempt {
  return {
    account: JSON.stringify([email, known?.salt ?? null]),
    address: clientAddress(headers),
    browser: knownBrowser(headers, email, payload.secret),
  };
}

/** Counts an attempt to tell somebody's password, or refuses to look at it. */
export async function beginAttempt(attempt: Attempt, whom: string | null): Promise<void> {
  const wait = await getThrottle().signIn.begin(attempt);
  if (wait?.isFirst)
    audit("throttled", { who: null, whom, from: attempt.address, what: "password", seconds: wait.seconds });
  if (wait) throw apiRefusal(tooMany(wait));
}

/**
 * The session is written, and nobody knows of it yet. A password that was changed while the old one was looked at
 * lets nobody in: whoever changed it has ended all sessions but, maybe, this one.
 */
export const beforeSession: CollectionBeforeLoginHook = async ({ req, user }) => {
  const signIn = signInOf(req);
  const now = await passwordById(String(user.id), req);
  if (!signIn || (now && (now.salt === signIn.known?.salt || (await isPassword(signIn.password, now))))) return;
  await endAllSessions(String(user.id), req);
  throw new AuthenticationError(req.t);
};

/** Somebody is in. */
export const afterSignIn: CollectionAfterLoginHook = async ({ req, user, collection }) => {
  const signIn = signInOf(req);
  if (!signIn) return;
  const { attempt, email } = signIn;
  await getThrottle().signIn.succeed(attempt);
  req.responseHeaders ??= new Headers();
  if (!attempt.browser)
    req.responseHeaders.append(
      "set-cookie",
      browserCookie(email, req.payload.secret, collection.auth.cookies?.secure === true),
    );
  audit("signed_in", { who: String(user.id), from: attempt.address });
};

/** Somebody is not. */
export const afterRefusedSignIn: CollectionAfterErrorHook = ({ req, error }) => {
  const signIn = signInOf(req);
  if (signIn && error instanceof AuthenticationError)
    audit("sign_in_refused", { who: null, whom: signIn.known?.id ?? null, from: signIn.attempt.address });
};
