/** The name above the sign-in. */
export function Logo() {
  return <span className="airweek-logo">Airweek</span>;
}

/** The week as the corner of every page has it, as large as the corner allows. */
export function Icon() {
  return (
    <svg aria-label="Airweek" height="18" role="img" viewBox="0 0 32 32" width="18">
      <rect fill="#14181f" height="32" rx="7" width="32" />
      <rect fill="#7d9bff" height="11" rx="1.5" width="5.5" x="6" y="6" />
      <rect fill="#5cc894" height="7" rx="1.5" width="5.5" x="6" y="19" />
      <rect fill="#e3b25a" height="6" rx="1.5" width="5.5" x="13.25" y="6" />
      <rect fill="#7d9bff" height="12" rx="1.5" width="5.5" x="13.25" y="14" />
      <rect fill="#ff8a78" height="14" rx="1.5" width="5.5" x="20.5" y="6" />
      <rect fill="#5cc894" height="4" rx="1.5" width="5.5" x="20.5" y="22" />
    </svg>
  );
}
