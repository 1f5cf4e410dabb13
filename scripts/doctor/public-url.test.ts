import { expect, test } from "vitest";
import { examinePublicUrl } from "./public-url";

test.each([
  ["nothing set, on this machine", { host: "127.0.0.1" }, true, /not set/],
  ["nothing set, on the network", { host: "0.0.0.0" }, false, /listens to the network/],
  ["no address", { host: "127.0.0.1", publicUrl: "planner.example.org" }, false, /no http\(s\) address/],
  ["a path", { host: "127.0.0.1", publicUrl: "https://planner.example.org/radio" }, false, /no http\(s\) address/],
  ["every host", { host: "0.0.0.0", publicUrl: "http://0.0.0.0:3000" }, false, /no browser goes/],
  [
    "http under a public name",
    { host: "127.0.0.1", publicUrl: "http://planner.example.org" },
    false,
    /for anybody to read/,
  ],
  [
    "http under a public address",
    { host: "0.0.0.0", publicUrl: "http://203.0.113.9:3000" },
    false,
    /for anybody to read/,
  ],
  ["http in the house", { host: "0.0.0.0", publicUrl: "http://192.168.1.7:3000" }, true, /without TLS/],
  ["http under a name of the house", { host: "0.0.0.0", publicUrl: "http://radio.lan" }, true, /without TLS/],
  [
    "https behind a proxy",
    { host: "127.0.0.1", publicUrl: "https://planner.example.org", trustedProxy: "loopback" },
    true,
    /https alone/,
  ],
  ["https behind nobody", { host: "127.0.0.1", publicUrl: "https://planner.example.org" }, false, /one address/],
  ["a proxy that is none", { host: "127.0.0.1", trustedProxy: "proxy.example.org" }, false, /names no proxy/],
])("%s", (_what, reach, ok, seen) => {
  expect(examinePublicUrl(reach)).toMatchObject({ ok, seen: expect.stringMatching(seen) });
});
