import { notFound } from "next/navigation";

/** Every address that nobody else has: with several root layouts, only a page of one of them can say "not found" in its dress. */
export default function MissingPage() {
  notFound();
}
