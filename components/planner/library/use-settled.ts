import { useEffect, useState } from "react";

/** The text once nobody has typed for a moment; an emptied field counts at once. */
export function useSettled(text: string, pauseMs = 180): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === "" ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return settled;
}
