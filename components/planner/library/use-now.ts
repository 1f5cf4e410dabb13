import { useEffect, useState } from "react";
import { instant, type Instant } from "@/domain/time";

/** The time, a minute at most behind: near enough for "today" and "last 4 Oct". */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instant(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instant(Date.now())), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
