/** "20:00", and what fingers make of it: "2000", "20.00", "9:30". The browser's own time field would say 08:00 PM to some. */
const TIME = /^(?:([01]?\d|2[0-3])[:.h]?([0-5]\d)|24[:.h]?00)$/;

/** How many seconds past 00:00 a typed time is; null while it is none. 24:00 is the end of its day. */
export function typedSecond(text: string): number | null {
  const read = TIME.exec(text.trim());
  if (!read) return null;
  return read[1] === undefined ? 86_400 : Number(read[1]) * 3600 + Number(read[2]) * 60;
}
