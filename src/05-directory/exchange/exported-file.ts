/** Formats des fichiers : a table, or one JSON list. */
export const exportFormats = ["csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The text of a file, piece by piece, as its lines come. */
export async function* exportedFile<Line>(
  lines: AsyncIterable<Line>,
  format: ExportFormat,
  { header, row }: { readonly header: string; readonly row: (line: Line) => string },
): AsyncGenerator<string> {
  let isFirst = true;
  yield format === "csv" ? header : "[";
  for await (const line of lines) {
    yield format === "csv" ? row(line) : `${isFirst ? "\n" : ",\n"}${JSON.stringify(line)}`;
    isFirst = false;
  }
  if (format === "json") yield "\n]\n";
}
