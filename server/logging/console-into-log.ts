import { format } from "node:util";
import { log } from "@/server/log";

/**
 * Next and React print what nobody caught, with everything that hangs on it. From now on it is a line of the log
 * like every other.
 */
export function consoleIntoLog(): void {
  const lined =
    (level: "warn" | "error") =>
    (...said: readonly unknown[]): void => {
      const err = said.find((each) => each instanceof Error);
      const words = said
        .filter((each) => !(each instanceof Error))
        .map((each) => (typeof each === "object" ? "[object]" : each));
      log[level](
        { event: "console", ...(err !== undefined && { err }) },
        format(...words) || (err as Error | undefined)?.message || "",
      );
    };
  Object.assign(console, { error: lined("error"), warn: lined("warn") });
}
