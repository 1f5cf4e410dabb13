/**
 * The same request, whose body ends in an error once it is longer than that: whoever reads it holds no more
 * than the limit in memory, whatever length the sender has announced.
 */
export function withBodyLimit(request: Request, limitBytes: number): Request {
  if (!request.body) return request;
  let read = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        if (read > limitBytes) controller.error(new Error("The body is too long."));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: counted, duplex: "half" } as RequestInit);
}
