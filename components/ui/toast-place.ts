/** An upright box on the page, in its pixels. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Where toasts stand: at the foot of the page, in the middle or at a side, or at its head. */
export type ToastPlace = "foot" | "foot-left" | "foot-right" | "head";

/** What toasts need: how big all of them are, and how far from the edges they stand. */
type Room = { readonly width: number; readonly height: number; readonly margin: number; readonly foot: number };

/** What toasts keep of what is open beside them. */
const APART = 6;

/**
 * Where toasts hide nothing of what is open, a card or a panel: the foot's middle when they can, then its sides, then
 * the head. Where there is no such place, the one that hides least.
 */
export function toastPlace(
  page: Pick<Box, "right" | "bottom">,
  { width, height, margin, foot }: Room,
  open: readonly Box[],
): ToastPlace {
  if (open.length === 0) return "foot";
  const across = { middle: (page.right - width) / 2, left: margin, right: page.right - margin - width };
  const boxAt = (left: number, top: number): Box => ({
    left: left - APART,
    top: top - APART,
    right: left + width + APART,
    bottom: top + height + APART,
  });
  const top = page.bottom - foot - height;
  const places: readonly (readonly [ToastPlace, Box])[] = [
    ["foot", boxAt(across.middle, top)],
    ["foot-left", boxAt(across.left, top)],
    ["foot-right", boxAt(across.right, top)],
    ["head", boxAt(across.middle, margin)],
  ];
  const hidden = (box: Box) => open.reduce((sum, each) => sum + shared(box, each), 0);
  const least = Math.min(...places.map(([, box]) => hidden(box)));
  return places.find(([, box]) => hidden(box) === least)![0];
}

function shared(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
  );
}
