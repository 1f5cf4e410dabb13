/** The middle of several measurements, in milliseconds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long it takes, with its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** "12.3 ms" */
export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

/** A line of two medians and what lies between them. */
export function compared(name: string, ours: readonly number[], bare: readonly number[]): string {
  const [a, b] = [median(ours), median(bare)];
  return `  ${name.padEnd(44)}${ms(a).padStart(10)}  against ${ms(b).padStart(10)}   ${(a / b).toFixed(2)} times`;
}
