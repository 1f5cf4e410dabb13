/** How near an edge the pointer must be, and how far the grid then moves per frame. */
const EDGE = 56;
const FASTEST = 16;

/** Scrolls while the pointer is near the upper or lower edge; calls back after each step. */
export function autoscroll(
  scroller: HTMLElement,
  bounds: { readonly top: number; readonly bottom: number },
  onScrolled: () => void,
) {
  let speed = 0;
  let frame = 0;
  const step = () => {
    frame = 0;
    if (speed === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop = before + speed;
    if (scroller.scrollTop !== before) onScrolled();
    frame = requestAnimationFrame(step);
  };
  return {
    at: (y: number | null) => {
      const above = y === null ? 0 : Math.max(0, bounds.top + EDGE - y);
      const below = y === null ? 0 : Math.max(0, y - (bounds.bottom - EDGE));
      speed = Math.sign(below - above) * Math.ceil((Math.min(EDGE, Math.max(above, below)) / EDGE) * FASTEST);
      if (speed !== 0 && frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      speed = 0;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
