/** Set on the page while something is carried: a finger then carries it, and scrolls and swipes nothing. */
const CARRYING = "data-carrying";

/** Is something carried by a pointer? */
export function isCarrying(): boolean {
  return document.documentElement.hasAttribute(CARRYING);
}

/**
 * The hand that carries: an element without size that captures the pointer. Nothing under the pointer is met
 * on the way, so no hover changes and nothing is laid out; the cursor is the hand's; and what was pressed may
 * vanish from its list without the drag being lost (field note 20). Answers how to let go.
 */
export function takeInHand(cursor: "grabbing" | "ns-resize" | "crosshair", pointerId: number | null): () => void {
  const hand = document.createElement("div");
  hand.style.cssText = `position:fixed;width:0;height:0;cursor:${cursor};touch-action:none`;
  document.body.append(hand);
  document.documentElement.setAttribute(CARRYING, "");
  window.getSelection()?.removeAllRanges();
  try {
    if (pointerId !== null) hand.setPointerCapture(pointerId);
  } catch {
    // The pointer is already up: whoever listens for that will hear of it.
  }
  return () => {
    hand.remove();
    document.documentElement.removeAttribute(CARRYING);
  };
}
