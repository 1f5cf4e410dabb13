/** How far a mouse moves, and how long a finger rests, before a press is a lift. */
const MOVED_PX = 4;
const HELD_MS = 250;
const FINGER_PX = 9;

type Gesture = { readonly onLift: (event: PointerEvent) => void; readonly onTap?: (event: PointerEvent) => void };

/**
 * Tells a lift from a click and from a scroll: a mouse or pen lifts by moving, a finger by resting, since a
 * finger that moves at once wants to scroll. Answers how to stop watching.
 */
export function watchPress(down: PointerEvent, { onLift, onTap }: Gesture): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const timer = down.pointerType === "touch" ? setTimeout(() => lift(down), HELD_MS) : undefined;
  const end = () => {
    clearTimeout(timer);
    stop.abort();
  };
  const lift = (event: PointerEvent) => {
    end();
    onLift(event);
  };
  const isOurs = (event: PointerEvent) => event.pointerId === down.pointerId;
  document.addEventListener(
    "pointermove",
    (event) => {
      if (!isOurs(event)) return;
      const moved = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
      if (down.pointerType === "touch") {
        if (moved > FINGER_PX) end();
      } else if (moved >= MOVED_PX) lift(event);
    },
    { signal },
  );
  document.addEventListener(
    "pointerup",
    (event) => {
      if (!isOurs(event)) return;
      end();
      onTap?.(event);
    },
    { signal },
  );
  document.addEventListener(
    "pointercancel",
    (event) => {
      if (isOurs(event)) end();
    },
    { signal },
  );
  return end;
}

/** The click that the browser makes of a drag is no click. */
export function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stop, { capture: true }), 50);
}
