/** The name above the sign-in. */
export function Logo() {
  return <span className="airweek-logo">Airweek</span>;
}

/** The name in the corner of every page. */
export function Icon() {
  return <span className="airweek-icon">Airweek</span>;
}
