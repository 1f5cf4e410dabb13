/** What to do without a password: Airweek sends no mail. */
export function PasswordNote() {
  return <p className="airweek-password-note">Forgotten your password? An admin can give you a new one.</p>;
}
