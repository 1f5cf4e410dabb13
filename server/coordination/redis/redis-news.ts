import { randomUUID } from "node:crypto";
import { createNews, everything, type News, type NewsEvent } from "../news";
import type { Connection } from "./connection";

/**
 * News among all processes on one Redis. This process's own listeners hear at once and without Redis, the
 * others' through it. Whoever begins to hear, at first or after a gap, is told that everything may have changed.
 */
export function redisNews({ say, hear, onHearing }: Connection): News {
  const here = createNews();
  const self = randomUUID();
  hear("news", (message) => {
    const { from, event } = JSON.parse(message) as { readonly from: string; readonly event: NewsEvent };
    if (from !== self) here.publish(event);
  });
  onHearing(() => everything.forEach((event) => here.publish(event)));
  return {
    ...here,
    publish: (event) => {
      here.publish(event);
      // Who does not hear it now is told that everything may have changed when Redis is back.
      say("news", JSON.stringify({ from: self, event })).catch(() => undefined);
    },
  };
}
