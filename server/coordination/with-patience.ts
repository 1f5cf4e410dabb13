import { LibreTimeError } from "@/server/libretime/libretime-error";

/** Waits for the first mirror, but not for ever: whoever plans must hear that LibreTime is slow. */
export async function withPatience(first: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const what = {
      what: "list instances",
      method: "GET",
      path: "/show-instances",
      outcome: `still being read after ${limitMs / 1000} s`,
    };
    timer = setTimeout(
      () => reject(new LibreTimeError({ ...what, problemCode: "LIBRETIME_UNREACHABLE", maybeSaved: false })),
      limitMs,
    );
  });
  try {
    await Promise.race([first, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
