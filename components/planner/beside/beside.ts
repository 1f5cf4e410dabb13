import type { CalendarDay } from "@/domain/zone";

/** What is open beside the grid instead of the library: a copy, what fills the holes of the week, or the regular slots. */
export type Beside =
  | { readonly kind: "copy"; readonly from: CalendarDay; readonly days: 1 | 7 }
  | { readonly kind: "fill" }
  | { readonly kind: "regular" };
