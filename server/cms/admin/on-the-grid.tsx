import Link from "next/link";
import type { UIFieldServerProps } from "payload";

/** From an episode to where it stands on the week. */
export function OnTheGrid({ data }: UIFieldServerProps) {
  const { id, scheduledAt } = data as { id?: string; scheduledAt?: string | null };
  if (!id) return null;
  if (!scheduledAt)
    return (
      <p className="airweek-on-the-grid">
        Not planned.{" "}
        <Link href="/" prefetch={false}>
          Plan it on the grid
        </Link>
      </p>
    );
  return (
    <p className="airweek-on-the-grid">
      <Link href={`/?at=${encodeURIComponent(scheduledAt)}`} prefetch={false}>
        See it on the grid
      </Link>
    </p>
  );
}
