import { readHousehold, type PartialHousehold } from "#engines/rules";
import { CommandRefused, type Run } from "./command.ts";

/** A household that was given, with the name that its line bears, and the number of that line. */
export interface Given {
  readonly id?: string | number;
  readonly household: PartialHousehold;
}

/** One JSON value of the input and where it stands. */
export interface Line {
  readonly json: unknown;
  readonly where: string;
}

/** Each line as it comes; an empty one is passed over. Throws the sentence that names the line. */
export async function* jsonLines(run: Run): AsyncGenerator<Line> {
  let number = 0;
  for await (const line of run.lines()) {
    number += 1;
    if (line.trim() === "") continue;
    const where = `Ligne ${String(number)}`;
    yield { json: parsed(line, where), where };
  }
}

/** The whole of the input when it is one JSON value, over as many lines as one likes; else line by line. */
export async function* jsonWholeOrLines(run: Run): AsyncGenerator<Line> {
  const lines = await Array.fromAsync(run.lines());
  const whole = jsonOf(lines.join("\n"));
  if (whole.kind === "json") {
    yield { json: whole.value, where: "Le ménage donné" };
    return;
  }
  async function* again(): AsyncGenerator<string> {
    yield* await Promise.resolve(lines);
  }
  yield* jsonLines({ ...run, lines: again });
}

/** Each household of `{id, menage}`, or given bare. */
export async function* givenHouseholds(lines: AsyncIterable<Line>): AsyncGenerator<Given> {
  for await (const line of lines) yield givenOf(line);
}

/** The household of one line. Throws the sentence that names the line and the field. */
export const givenOf = ({ json, where }: Line): Given => {
  if (!isRecord(json)) throw new CommandRefused(`${where} : on attend un ménage entre accolades.`);
  if ("personnes" in json) return { household: householdOf(json, where) };
  if (!("menage" in json)) throw new CommandRefused(`${where} : « menage » manque.`);
  const { id } = json;
  return { ...(typeof id === "string" || typeof id === "number" ? { id } : {}), household: householdOf(json["menage"], where) };
};

/** A household, or the sentence that says which of its fields is wrong, and where. */
export const householdOf = (menage: unknown, where: string): PartialHousehold => {
  const read = readHousehold(menage);
  if (read.kind === "read") return read.household;
  const [first] = read.complaints;
  const others = read.complaints.length - 1;
  const more = others === 0 ? "" : ` (et ${String(others)} autre${others === 1 ? "" : "s"})`;
  const field = first === undefined || first.field === "" ? "" : `« ${first.field} » : `;
  throw new CommandRefused(`${where} : ${field}${first?.sentence ?? "le ménage n’a pas la forme attendue."}${more}`);
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (text: string, where: string): unknown => {
  const read = jsonOf(text);
  if (read.kind === "json") return read.value;
  throw new CommandRefused(`${where} : ce n’est pas du JSON.`);
};

const jsonOf = (text: string): { readonly kind: "json"; readonly value: unknown } | { readonly kind: "not-json" } => {
  try {
    return { kind: "json", value: JSON.parse(text.replace(/^\uFEFF/, "")) as unknown };
  } catch {
    return { kind: "not-json" };
  }
};
