import { expect, test } from "vitest";
import { createNews, type NewsEvent } from "./news";

const changed: NewsEvent = { kind: "slots-changed", from: "2026-11-24T20:00:00Z", to: "2026-11-24T21:00:00Z" };

test("whoever subscribed hears of it, until they stop", () => {
  const [news, heard] = [createNews(), [] as NewsEvent[]];
  const stop = news.subscribe((event) => heard.push(event));
  news.publish(changed);
  stop();
  news.publish({ kind: "mirror" });
  expect(heard).toEqual([changed]);
});

test("a listener that throws disturbs neither the publisher nor the others", () => {
  const [news, heard] = [createNews(), [] as NewsEvent[]];
  news.subscribe(() => {
    throw new Error("broken");
  });
  news.subscribe((event) => heard.push(event));
  news.publish(changed);
  expect(heard).toEqual([changed]);
});

test("nothing is lost between listening and reading, and the stream ends with its signal", async () => {
  const [news, gone, heard] = [createNews(), new AbortController(), [] as NewsEvent[]];
  const events = news.listen(gone.signal);
  news.publish(changed);
  news.publish({ kind: "mirror" });
  for await (const event of events) {
    heard.push(event);
    if (event.kind === "mirror") setImmediate(() => news.publish({ kind: "episodes-changed" }));
    if (event.kind === "episodes-changed") gone.abort();
  }
  expect(heard).toEqual([changed, { kind: "mirror" }, { kind: "episodes-changed" }]);
});

test("a reader that cannot keep up is told once that everything may have changed", async () => {
  const [news, gone, heard] = [createNews(), new AbortController(), [] as NewsEvent[]];
  const events = news.listen(gone.signal);
  for (let i = 0; i < 1001; i += 1) news.publish(changed);
  for await (const event of events) {
    heard.push(event);
    if (heard.length === 4) gone.abort();
  }
  expect(heard).toEqual([
    { kind: "slots-changed" },
    { kind: "mirror" },
    { kind: "episodes-changed" },
    { kind: "patterns-changed" },
  ]);
});
