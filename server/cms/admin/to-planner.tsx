import Link from "next/link";

/** The way from the admin back to the week. */
export function ToPlanner() {
  return (
    <Link className="airweek-to-planner" href="/" prefetch={false}>
      ← The week
    </Link>
  );
}
