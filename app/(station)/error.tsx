"use client";

import { BrokenPage } from "@/components/ui/broken-page";

export default function StationError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return <BrokenPage error={error} retry={reset} />;
}
