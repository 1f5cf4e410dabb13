"use client";

import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useTranslations } from "next-intl";
import { ToastCard } from "./toast-card";
import { toastPlace, type Box, type ToastPlace } from "./toast-place";
import styles from "./toasts.module.css";
import type { ShownToast, Toast } from "./toast";

export type Toasts = {
  /** Shows it, says it to screen readers, and answers its id. */
  readonly show: (toast: Toast) => number;
  readonly dismiss: (id: number) => void;
  /** Where something open stands, by an id of its own; toasts do not lie on it. Null once it is closed. */
  readonly keepClearOf: (id: string, open: Box | null) => void;
};

const Context = createContext<Toasts | null>(null);

/** More than this many and the oldest goes: a batch of acts must not bury the grid. */
const AT_MOST = 3;

/** Holds the toasts of a page. The region exists from the start: a live region that comes with its text is not read out. */
export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const t = useTranslations();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((each) => each.id !== id)), []);
  const show = useCallback((toast: Toast) => {
    const id = (lastId.current += 1);
    setToasts((shown) => [...shown, { ...toast, id }].slice(-AT_MOST));
    return id;
  }, []);
  const [open, setOpen] = useState<ReadonlyMap<string, Box>>(new Map());
  const keepClearOf = useCallback(
    (id: string, box: Box | null) =>
      setOpen((before) => (isSame(before.get(id), box) ? before : withBox(before, id, box))),
    [],
  );
  const value = useMemo(() => ({ show, dismiss, keepClearOf }), [show, dismiss, keepClearOf]);
  const region = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<ToastPlace>("foot");
  useLayoutEffect(() => {
    if (region.current && toasts.length > 0) setPlace(placeOf(region.current, [...open.values()]));
  }, [toasts, open]);
  return (
    <Context value={value}>
      {children}
      <section
        ref={region}
        className={styles.region}
        data-place={place}
        aria-label={t("ui.toasts")}
        role="status"
        aria-live="polite"
        aria-atomic="false"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} dismiss={dismiss} />
        ))}
      </section>
    </Context>
  );
}

/** Where the toasts that are shown stand clear of what is open. */
function placeOf(region: HTMLElement, open: readonly Box[]): ToastPlace {
  const boxes = [...region.children].map((each) => each.getBoundingClientRect());
  const { bottom, left } = getComputedStyle(region);
  const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
  return toastPlace(
    { right: window.innerWidth, bottom: window.innerHeight },
    { width: Math.max(...boxes.map((box) => box.width)), height, margin: parseFloat(left), foot: parseFloat(bottom) },
    open,
  );
}

function isSame(a: Box | undefined, b: Box | null): boolean {
  if (!a || !b) return !a && !b;
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

function withBox(open: ReadonlyMap<string, Box>, id: string, box: Box | null): ReadonlyMap<string, Box> {
  const others = [...open].filter(([each]) => each !== id);
  return new Map(box ? [...others, [id, box]] : others);
}

/** The toasts of this page. */
export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error("useToasts needs a <ToastRegion> above it.");
  return toasts;
}
