import type { ComponentProps } from "react";
import styles from "./button.module.css";

type Look = {
  /** `primary`: the one thing to do here. `quiet`: no border until it is met. */
  readonly look?: "plain" | "primary" | "quiet";
  /** Something is under way: it can be read and focused, but not pressed again. */
  readonly busy?: boolean;
};

/** A button with words in it. */
export function Button({
  look = "plain",
  busy = false,
  className,
  type = "button",
  onClick,
  ...rest
}: ComponentProps<"button"> & Look) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-look={look}
      className={className ? `${styles.button} ${className}` : styles.button}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** A button with a picture in it; `label` is its name for everybody who does not see the picture. */
export function IconButton({
  label,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label"> & Look & { readonly label: string }) {
  return (
    <Button
      look="quiet"
      {...rest}
      aria-label={label}
      title={rest.title ?? label}
      className={`${styles.icon} ${className ?? ""}`}
    />
  );
}
