import { expect, test } from "vitest";
import { parseDotEnv } from "./dot-env.mjs";

test("names and values are read; comments, quotes and `export` are understood", () => {
  const text = [
    "# a comment",
    "PORT=3001",
    "  STATION_NAME = Radio Colline # ours",
    "KEY='a # b'",
    'NAME="two\\nlines" # said',
    "export HOST=0.0.0.0\r",
    "EMPTY=",
    "URL=http://x/#part",
    "no line",
  ].join("\n");
  expect(parseDotEnv(text)).toEqual({
    PORT: "3001",
    STATION_NAME: "Radio Colline",
    KEY: "a # b",
    NAME: "two\nlines",
    HOST: "0.0.0.0",
    EMPTY: "",
    URL: "http://x/#part",
  });
});
