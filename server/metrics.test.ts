import { expect, test } from "vitest";
import { countAct, metricsPage, countRequest } from "@/server/metrics";

test("acts and LibreTime's requests are counted by what they were, without ids", async () => {
  countAct("plan", "ok");
  countRequest({
    method: "GET",
    route: "/schedule",
    path: "/schedule?ends_after=a&starts_before=b",
    status: 200,
    ms: 40,
    bytes: 1200,
  });
  countRequest({ method: "DELETE", route: "/schedule/{id}", path: "/schedule/41", status: null, ms: 10_000, bytes: 0 });
  const { text } = await metricsPage();
  expect(text).toContain('airweek_acts_total{kind="plan",outcome="ok"} 1');
  expect(text).toContain('airweek_libretime_requests_total{method="DELETE",route="/schedule/{id}",status="none"} 1');
  expect(text).toContain('airweek_libretime_answer_bytes_total{method="GET",route="/schedule"} 1200');
  expect(text).toMatch(/airweek_libretime_window_age_seconds 0\.\d/);
  expect(text).not.toContain('41"');
});
