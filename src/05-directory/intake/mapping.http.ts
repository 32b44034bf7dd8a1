import type { FastifyReply, FastifyRequest } from "fastify";
import { frameOf, HttpAnswer, inShared, notFound, sendPage, type Staff, type Web } from "#ground/server";
import type { FieldError } from "#ground/screens";
import { codeWords } from "../record/code-lists.words.ts";
import {
  codesOf,
  columnFields,
  mappingOfChoices,
  toldOf,
  valuedFields,
  type ColumnChoices,
  type ColumnField,
  type ColumnSample,
} from "./column-choices.ts";
import { dateForm, guessCode, guessField, splitSign } from "./column-guess.ts";
import { ColumnsPage } from "./ColumnsPage.screen.tsx";
import { columnsPageWords } from "./columns-page.words.ts";
import type { DirectoryImport } from "./import.ts";
import { mappingOfImport } from "./import.store.ts";
import { MappingContract } from "./mapping.source.ts";
import { choicesOf, findMapping, keepChoices, keepMapping } from "./mapping.store.ts";
import { sampleColumns, valuesOfColumns } from "./sample-columns.source.ts";
import { uploadOf } from "./uploads.source.ts";
import { ValuesPage, type ValuedColumn } from "./ValuesPage.screen.tsx";

const words = columnsPageWords.fr;
const hidden = { schema: { hide: true } };

/** Who may import, and the import of an address: given by the pages of imports. */
interface Doors {
  readonly referent: (request: FastifyRequest) => Promise<Staff>;
  readonly found: (request: FastifyRequest) => Promise<DirectoryImport>;
}

/** Correspondances : made on the screen, column by column and value by value, without any script; kept, taken again, downloaded. */
export const openMappings = (web: Web, { referent, found }: Doors): void => {
  const waiting = async (request: FastifyRequest): Promise<DirectoryImport> => {
    await referent(request);
    const one = await found(request);
    if (one.state !== "waiting") throw notFound();
    return one;
  };
  const back = (request: FastifyRequest, reply: FastifyReply, one: DirectoryImport, page = "") =>
    reply.redirect(`${frameOf(request).prefix}/annuaire/imports/${one.id}${page}`, 303);
  const choicesNow = (one: DirectoryImport): Promise<ColumnChoices | undefined> => inShared(web.ground, (work) => choicesOf(work, one.id));

  web.app.get("/annuaire/imports/:id/colonnes", hidden, async (request, reply) => {
    const one = await waiting(request);
    const columns = await columnsOf(one);
    const choices = (await choicesNow(one)) ?? guessed(columns);
    return sendPage(reply, ColumnsPage, { ...frameOf(request), importId: one.id, fileName: one.fileName, columns, choices, errors: [] });
  });

  web.app.post("/annuaire/imports/:id/colonnes", hidden, async (request, reply) => {
    const one = await waiting(request);
    const columns = await columnsOf(one);
    const choices = chosen(textsOf(request.body), columns, await choicesNow(one));
    const errors = wrongChoices(choices);
    if (errors.length > 0)
      return sendPage(reply, ColumnsPage, { ...frameOf(request), importId: one.id, fileName: one.fileName, columns, choices, errors }, 422);
    await keep(web, one, choices);
    return back(request, reply, one, valuedColumns(choices).length > 0 ? "/valeurs" : "");
  });

  web.app.get("/annuaire/imports/:id/valeurs", hidden, async (request, reply) => {
    const one = await waiting(request);
    const choices = await choicesNow(one);
    if (choices === undefined) return back(request, reply, one, "/colonnes");
    return sendPage(reply, ValuesPage, { ...frameOf(request), importId: one.id, columns: await valuesOf(one, choices) });
  });

  web.app.post("/annuaire/imports/:id/valeurs", hidden, async (request, reply) => {
    const one = await waiting(request);
    const choices = await choicesNow(one);
    if (choices === undefined) return back(request, reply, one, "/colonnes");
    const texts = textsOf(request.body);
    const told = await valuesOf(one, choices);
    const values = Object.fromEntries(
      told.map((column, at) => [
        column.name,
        Object.fromEntries(
          column.values.flatMap(({ value }, position) => {
            const code = texts[`valeur-${at}-${position}`] ?? "";
            return codesOf(column.field).includes(code) ? [[value, code]] : [];
          }),
        ),
      ]),
    );
    await keep(web, one, { ...choices, values });
    return back(request, reply, one);
  });

  web.app.post("/annuaire/imports/:id/garder", hidden, async (request, reply) => {
    const staff = await referent(request);
    const one = await found(request);
    const name = (textsOf(request.body)["nom"] ?? "").trim();
    if (name === "" || name.length > 120) throw new HttpAnswer(422, words.keep.noName);
    await inShared(web.ground, async (work) => {
      const mapping = await mappingOfImport(work, one.id);
      if (mapping === undefined) throw notFound();
      await keepMapping(work, { name, mapping: { ...(mapping as object), name }, choices: await choicesOf(work, one.id), by: staff.id });
    });
    return back(request, reply, one, `?garde=${encodeURIComponent(name)}`);
  });

  web.app.get("/annuaire/imports/:id/correspondance.json", hidden, async (request, reply) => {
    await referent(request);
    const one = await found(request);
    const mapping = await inShared(web.ground, (work) => mappingOfImport(work, one.id));
    if (mapping === undefined) throw notFound();
    return sendMapping(reply, one.source.id, mapping);
  });

  web.app.get("/annuaire/correspondances/:id/correspondance.json", hidden, async (request, reply) => {
    await referent(request);
    const { id } = request.params as { id: string };
    const kept = await inShared(web.ground, (work) => findMapping(work, id));
    if (kept === undefined) throw notFound();
    return sendMapping(reply, kept.name, kept.mapping);
  });
};

const sendMapping = (reply: FastifyReply, name: string, mapping: unknown) =>
  reply
    .type("application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name.normalize("NFD").replace(/[^\w-]+/g, "-")}.mapping.json"`)
    .send(JSON.stringify(mapping, undefined, 2));

/** Texts of a form; a name sent twice is its last. */
const textsOf = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return [name, typeof last === "string" ? last : ""];
    }),
  );

const columnsOf = async (one: DirectoryImport): Promise<readonly ColumnSample[]> => {
  const sampled = await sampleColumns(uploadOf(one.id));
  if (sampled.kind === "failed") throw new HttpAnswer(422, sampled.sentence);
  return sampled.columns;
};

/** Each field is proposed once, but for those that several columns may share. */
const guessed = (columns: readonly ColumnSample[]): ColumnChoices => {
  const shared: readonly ColumnField[] = ["thematiques", "telephone", "adresse", "description"];
  const fields = new Map<string, ColumnField>();
  for (const column of columns) {
    const field = guessField(column);
    if (field !== undefined && (shared.includes(field) || ![...fields.values()].includes(field))) fields.set(column.name, field);
  }
  return { ...formsOf(columns), fields: Object.fromEntries(fields), values: {}, theme: "", description: "" };
};

const formsOf = (columns: readonly ColumnSample[]): Pick<ColumnChoices, "dates" | "splits"> => ({
  dates: known(columns, ({ samples }) => dateForm(samples)),
  splits: known(columns, ({ samples }) => splitSign(samples)),
});
const known = (columns: readonly ColumnSample[], of: (column: ColumnSample) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const found = of(column);
      return found === undefined ? [] : [[column.name, found]];
    }),
  );

const chosen = (
  texts: Readonly<Record<string, string>>,
  columns: readonly ColumnSample[],
  before: ColumnChoices | undefined,
): ColumnChoices => ({
  ...formsOf(columns),
  fields: Object.fromEntries(
    columns.flatMap(({ name }, at) => {
      const field = columnFields.find((each) => each === texts[`colonne-${at}`]);
      return field === undefined ? [] : [[name, field]];
    }),
  ),
  values: before?.values ?? {},
  theme: codesOf("thematiques").includes(texts["thematique"] ?? "") ? (texts["thematique"] ?? "") : "",
  description: (texts["description"] ?? "").trim().slice(0, 500),
});

const wrongChoices = (choices: ColumnChoices): FieldError[] => [
  ...(Object.values(choices.fields).includes("nom") ? [] : [{ field: "colonne-0", message: words.noName }]),
  ...(choices.description !== "" && choices.description.length < 5 ? [{ field: "description", message: words.shortDescription }] : []),
];

const keep = async (web: Web, one: DirectoryImport, choices: ColumnChoices): Promise<void> => {
  const mapping = MappingContract.parse(mappingOfChoices(one.source.name.slice(0, 120), choices));
  await inShared(web.ground, (work) => keepChoices(work, one.id, choices, mapping));
};

const valuedColumns = (choices: ColumnChoices): string[] =>
  Object.entries(choices.fields)
    .filter(([, field]) => valuedFields.includes(field))
    .map(([name]) => name);

/** The values of the columns that have a list of codes, each with what was chosen for it, or with what is proposed. */
const valuesOf = async (one: DirectoryImport, choices: ColumnChoices): Promise<readonly ValuedColumn[]> => {
  const names = valuedColumns(choices);
  const values = await valuesOfColumns(uploadOf(one.id), names, choices.splits);
  return names.map((name) => {
    const field = toldOf(choices.fields, name) ?? "";
    const told = toldOf(choices.values, name);
    return {
      name,
      field,
      values: (toldOf(values, name) ?? []).map(({ value, lines }) => ({
        value,
        lines,
        code: (told === undefined ? guessCode(field, value, labelOf) : toldOf(told, value)) ?? "",
      })),
    };
  });
};

const labelOf = (code: string): string =>
  Object.hasOwn(codeWords.categories, code) ? codeWords.categories[code as keyof typeof codeWords.categories] : codeWords.theme(code);
