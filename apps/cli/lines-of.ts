/**
 * Lignes : a stream cut at each line feed, and nowhere else. Node's own reader also cuts at U+2028, which pages pasted into a text hold and
 * which JSON writes as it stands.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held: string[] = [];
  for await (const chunk of stream) {
    const [first = "", ...others] = (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })).split("\n");
    held.push(first);
    for (const next of others) {
      yield lineFrom(held);
      held = [next];
    }
  }
  const last = lineFrom([...held, decoder.decode()]);
  if (last !== "") yield last;
}

const lineFrom = (parts: readonly string[]): string => parts.join("").replace(/\r$/, "");
