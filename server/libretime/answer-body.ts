/**
 * Reads an answer's body up to a cap. The bytes are counted as they come, unpacked: a `Content-Length` may be
 * absent or wrong, and a small packed body may unpack to gigabytes. Beyond the cap the connection is closed, and
 * nothing more is read. `onRead` is told how many bytes came. Fails as the connection does.
 */
export async function readBody(
  response: Response,
  capBytes: number,
  onRead: (bytes: number) => void,
): Promise<Uint8Array | "too long"> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    onRead(bytes);
    if (bytes > capBytes) return "too long";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
