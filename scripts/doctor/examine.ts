import { bad, type Finding } from "./finding";
import { examineKey, examineLibreTime, examineWriting, type Patient } from "./libretime";
import { examineConnection, examineName, examineTls } from "./way";

export type Given = {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly timeoutMs?: number;
  readonly now?: () => number;
};

/** Walks the way to LibreTime until something is wrong with it. Nothing is written there. */
export async function* examine({
  url: address,
  key,
  timeoutMs = 5_000,
  now = Date.now,
}: Given): AsyncGenerator<Finding> {
  if (!address)
    return yield bad(
      "settings",
      "LIBRETIME_API_URL is not set",
      "Set it in .env or in the environment. Without it, `npm start` brings its own station, and there is nothing to examine.",
    );
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return yield bad(
      "settings",
      "LIBRETIME_API_URL is no http(s) address",
      "Write it like http://libretime.example.org:8080.",
    );
  if (!key)
    return yield bad("settings", "LIBRETIME_API_KEY is not set", "It is general.api_key of LibreTime's config.yml.");
  const base = address.replace(/\/+$/, "").replace(/\/api\/v2$/, "");
  const patient: Patient = { url: base, key, timeoutMs, now };
  const steps: readonly (() => Promise<readonly Finding[]>)[] = [
    async () => [await examineName(new URL(base))],
    async () => [await examineConnection(new URL(base), timeoutMs)],
    async () => [await examineTls(new URL(base), timeoutMs)].filter((finding) => finding !== null),
    () => examineLibreTime(patient),
    async () => [await examineKey(patient)],
    () => examineWriting(patient),
  ];
  for (const step of steps) {
    const findings = await step();
    yield* findings;
    if (findings.some((finding) => !finding.ok && !finding.goesOn)) return;
  }
}
