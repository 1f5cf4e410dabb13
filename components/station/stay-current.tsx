"use client";

import { useEffect } from "react";

type Props = { readonly changesAt: string | null; readonly now: string };

const AT_LEAST_MS = 20_000;
const AT_MOST_MS = 10 * 60_000;

/**
 * Loads the page anew when the programme changes, and every ten minutes. Spread over half a minute, or all
 * listeners would ask in the same second; not while nobody looks.
 */
export function StayCurrent({ changesAt, now }: Props) {
  useEffect(() => {
    const untilChange = changesAt === null ? AT_MOST_MS : Date.parse(changesAt) - Date.parse(now);
    const wait = Math.min(AT_MOST_MS, Math.max(AT_LEAST_MS, untilChange)) + Math.random() * 30_000;
    const due = Date.now() + wait;
    const look = () => {
      if (document.visibilityState === "visible" && Date.now() >= due && navigator.onLine) window.location.reload();
    };
    const timer = setInterval(look, 5_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [changesAt, now]);
  return null;
}
