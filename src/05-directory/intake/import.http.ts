import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { dayOf, isDay, type Day } from "#engines/calendar";
import { mayDo } from "#ground";
import { frameOf, HttpAnswer, inShared, notFound, sendPage, signedIn, type Staff, type Web } from "#ground/server";
import type { FieldError } from "#ground/screens";
import { acceptHeld } from "./accept-held.action.ts";
import { builtInMapping, builtInMappings } from "./built-in-mappings.source.ts";
import type { ColumnChoices } from "./column-choices.ts";
import { openDataFile } from "./data-file.source.ts";
import { heldImports, refuseHeld } from "./held-import.store.ts";
import type { DirectoryImport } from "./import.ts";
import { findImport, lastImports, mappingOfImport, remarksByRule, remarksOf } from "./import.store.ts";
import { prepareImport, runImport } from "./import-directory.action.ts";
import { ImportPage } from "./ImportPage.screen.tsx";
import { importPageWords } from "./import-page.words.ts";
import { importWords } from "./import.words.ts";
import { ImportsPage, type ImportTyped } from "./ImportsPage.screen.tsx";
import { openMappings } from "./mapping.http.ts";
import { MappingContract, readMapping, type Mapping } from "./mapping.source.ts";
import { choicesOf, findMapping, keepChoices, keptMappings, type KeptMapping } from "./mapping.store.ts";
import { remarksAsCsv } from "./remarks-csv.store.ts";
import { endTrial, keepTrialProgress, startTrial } from "./trial.store.ts";
import { tryFirstLines } from "./try-import.action.ts";
import { tryWholeFile } from "./try-whole-file.action.ts";
import { undoImport, undoingOf } from "./undo-import.action.ts";
import { newUpload, uploadOf } from "./uploads.source.ts";

const words = importPageWords.fr;
const hidden = { schema: { hide: true } };

/** Data referents and administrators. */
const referent = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await signedIn(web, request);
  if (!staff.isAdministrator && !staff.memberships.some(({ roles }) => mayDo(roles, "import-directory")))
    throw new HttpAnswer(403, words.notAllowed);
  return staff;
};

const found = async (web: Web, request: FastifyRequest): Promise<DirectoryImport> => {
  const { id } = request.params as { id: string };
  const one = await inShared(web.ground, (work) => findImport(work, id));
  if (!one) throw notFound();
  return one;
};

/** Imports : send a file, look at its first lines, let it in, read what was refused. */
export const openImports = (web: Web): void => {
  web.app.get("/annuaire/imports", hidden, async (request, reply) => {
    await referent(web, request);
    return sendPage(reply, ImportsPage, { ...frameOf(request), ...(await listOf(web)), errors: [], typed: nothingTyped });
  });

  web.app.post("/annuaire/imports", hidden, async (request, reply) => {
    const staff = await referent(web, request);
    const file = await newUpload(web.ground.draw(16).toString("hex"));
    // An upload that was cut leaves nothing behind: a few of them would fill the disk.
    const received = await receive(request, file).catch(async (failure: unknown) => {
      await rm(file, { force: true });
      // A full disk is our matter; a form cut short is the sender's, and is asked for again.
      throw failure instanceof Error && !("errno" in failure) && !(failure instanceof HttpAnswer)
        ? new HttpAnswer(400, words.noFile)
        : failure;
    });
    const refuse = async (errors: readonly FieldError[]) => {
      await rm(received.file, { force: true });
      return sendPage(reply, ImportsPage, { ...frameOf(request), ...(await listOf(web)), errors, typed: received.typed }, 422);
    };
    const asked = readAsked(received, dayOf(web.ground.clock()), await keptAsked(web, received.typed.mapping));
    if (asked.kind === "wrong") return refuse(asked.errors);
    const prepared = await prepareImport(web.ground, {
      ...asked.asked,
      path: received.file,
      fileName: received.fileName,
      startedBy: staff.id,
    });
    if (prepared.kind === "failed") return refuse([{ field: "fichier", message: prepared.sentence }]);
    await rename(received.file, uploadOf(prepared.importId));
    const { choices } = asked.asked;
    if (choices !== undefined) await inShared(web.ground, (work) => keepChoices(work, prepared.importId, choices, asked.asked.mapping));
    const page = received.typed.mapping === onScreen && received.mappingText === undefined ? "/colonnes" : "";
    return reply.redirect(`${frameOf(request).prefix}/annuaire/imports/${prepared.importId}${page}`, 303);
  });

  web.app.get("/annuaire/imports/:id", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    // The page of a running import asks for itself again, without any script.
    if (one.state === "running" || one.state === "trying") void reply.header("refresh", "2");
    const kept = (request.query as { garde?: unknown }).garde;
    return sendPage(reply, ImportPage, {
      ...frameOf(request),
      shown: one,
      keptAs: typeof kept === "string" ? kept.slice(0, 120) : undefined,
      ...(await detailsOf(web, one)),
    });
  });

  const backTo = (request: FastifyRequest, reply: FastifyReply, one: DirectoryImport) =>
    reply.redirect(`${frameOf(request).prefix}/annuaire/imports/${one.id}`, 303);

  web.app.post("/annuaire/imports/:id/essayer", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    if (one.state === "waiting") await tryBeside(web, one);
    return backTo(request, reply, one);
  });

  web.app.post("/annuaire/imports/:id/accepter", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    if (one.state === "held") await beside(web, one, (onStarted) => acceptHeld(web.ground, one.id, one.source.id, onStarted));
    return backTo(request, reply, one);
  });

  web.app.post("/annuaire/imports/:id/refuser", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    await inShared(web.ground, (work) => refuseHeld(work, one.id));
    return backTo(request, reply, one);
  });

  web.app.post("/annuaire/imports/:id/defaire", hidden, async (request, reply) => {
    const staff = await referent(web, request);
    const one = await found(web, request);
    const answer = await undoImport(web.ground, one.id, staff.id);
    if (answer.kind === "not-undoable" && one.state !== "undone") throw new HttpAnswer(409, words.undo.tooLate);
    return backTo(request, reply, one);
  });

  openMappings(web, { referent: (request) => referent(web, request), found: (request) => found(web, request) });

  web.app.post("/annuaire/imports/:id/commencer", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    if (one.state === "waiting") await begin(web, one);
    return reply.redirect(`${frameOf(request).prefix}/annuaire/imports/${one.id}`, 303);
  });

  web.app.get("/annuaire/imports/:id/refus.csv", hidden, async (request, reply) => {
    await referent(web, request);
    const one = await found(web, request);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="refus-${one.source.id}.csv"`)
      .send(Readable.from(remarksAsCsv(web.ground, one.id)));
  });
};

const nothingTyped: ImportTyped = { source: "", name: "", licence: "", date: "", mapping: "" };
const listOf = (web: Web) =>
  inShared(web.ground, async (work) => ({
    imports: await lastImports(work),
    held: await heldImports(work),
    mappings: [
      { id: onScreen, name: words.form.onScreen },
      ...(await keptMappings(work)).map(({ id, name }) => ({ id, name: words.form.kept(name) })),
      ...builtInMappings(),
    ],
  }));

/** The columns are told on the next page. */
const onScreen = "ecran";

/** A mapping that was kept before, by the number chosen in the list. */
const keptAsked = (web: Web, id: string): Promise<KeptMapping | undefined> => inShared(web.ground, (work) => findMapping(work, id));

/** What the form sent: its texts, and the files written down as they come, never whole in memory. */
interface Received {
  readonly typed: ImportTyped;
  readonly file: string;
  readonly fileName: string;
  readonly mappingText: string | undefined;
}

const longestMapping = 512 * 1024;
const receive = async (request: FastifyRequest, file: string): Promise<Received> => {
  if (!request.isMultipart()) throw new HttpAnswer(400, words.noFile);
  const typed: Record<string, string> = {};
  let fileName = "";
  let mappingText: string | undefined;
  for await (const part of request.parts({ limits: { files: 2, fields: 12, fieldSize: 4000, fileSize: 4 * 1024 ** 3 } })) {
    if (part.type === "field") typed[part.fieldname] = typeof part.value === "string" ? part.value : "";
    else if (part.fieldname === "fichier" && fileName === "") {
      fileName = path.basename(part.filename).slice(0, 200);
      await pipeline(part.file, createWriteStream(file, { mode: 0o600 }));
    } else mappingText = await shortText(part.file);
  }
  const read = (name: string): string => (typed[name] ?? "").trim();
  return {
    typed: { source: read("source"), name: read("nom"), licence: read("licence"), date: read("date"), mapping: read("correspondance") },
    file,
    fileName,
    mappingText: mappingText === "" ? undefined : mappingText,
  };
};

const shortText = async (stream: AsyncIterable<unknown>): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += (chunk as Buffer).length;
    if (length <= longestMapping) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
};

interface Asked {
  readonly source: { readonly id: string; readonly name: string; readonly licence: string };
  readonly mapping: Mapping | undefined;
  readonly choices: ColumnChoices | undefined;
  readonly dataDate: Day | undefined;
}

const SourceContract = z.object({
  source: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,60}$/, importWords.sourceId),
  name: z.string().min(1, importWords.sourceName).max(200, importWords.sourceName),
  licence: z.string().min(1, importWords.licence).max(200, importWords.licence),
});
const fieldNames: Readonly<Record<string, string>> = { source: "source", name: "nom", licence: "licence" };

const readAsked = (
  received: Received,
  today: Day,
  kept: KeptMapping | undefined,
): { readonly kind: "asked"; readonly asked: Asked } | { readonly kind: "wrong"; readonly errors: readonly FieldError[] } => {
  const { typed } = received;
  const source = SourceContract.safeParse(typed);
  const mapping = mappingAsked(received, kept);
  const isDate = typed.date === "" || (isDay(typed.date) && typed.date <= today);
  const errors: FieldError[] = [
    ...(received.fileName === "" ? [{ field: "fichier", message: words.noFile }] : []),
    ...(source.success
      ? []
      : source.error.issues.map((issue) => ({ field: fieldNames[String(issue.path[0])] ?? "source", message: issue.message }))),
    ...(isDate ? [] : [{ field: "date", message: importWords.dataDate }]),
    ...(mapping.kind === "wrong" ? mapping.sentences.map((message) => ({ field: mapping.field, message })) : []),
  ];
  if (errors.length > 0 || mapping.kind === "wrong") return { kind: "wrong", errors };
  return {
    kind: "asked",
    asked: {
      source: { id: typed.source, name: typed.name, licence: typed.licence },
      mapping: mapping.mapping,
      choices: received.mappingText === undefined ? kept?.choices : undefined,
      dataDate: isDay(typed.date) ? typed.date : undefined,
    },
  };
};

type MappingAsked =
  | { readonly kind: "mapping"; readonly mapping: Mapping | undefined }
  | { readonly kind: "wrong"; readonly field: string; readonly sentences: readonly string[] };

/** The mapping sent wins over the one chosen; none means the national format. */
const mappingAsked = ({ mappingText, typed }: Received, kept: KeptMapping | undefined): MappingAsked => {
  if (mappingText === undefined && (typed.mapping === "" || typed.mapping === onScreen)) return { kind: "mapping", mapping: undefined };
  const text = mappingText ?? (kept ? JSON.stringify(kept.mapping) : builtInMapping(typed.mapping));
  if (text === undefined) return { kind: "wrong", field: "correspondance", sentences: [words.unknownMapping] };
  const read = readMapping(text);
  return read.kind === "mapping" ? read : { kind: "wrong", field: "fichier-correspondance", sentences: read.sentences };
};

const mappingKept = async (web: Web, importId: string): Promise<Mapping | undefined> => {
  const kept = await inShared(web.ground, (work) => mappingOfImport(work, importId));
  return kept === undefined ? undefined : MappingContract.parse(kept);
};

/** Runs beside the requests: the page follows it in the database. What fails is kept there, and logged. */
const begin = async (web: Web, one: DirectoryImport): Promise<void> => {
  const opened = await openDataFile(uploadOf(one.id));
  if (opened.kind === "failed") return;
  const mapping = await mappingKept(web, one.id);
  await beside(web, one, (onStarted) =>
    runImport(web.ground, one.id, opened.file, {
      path: opened.file.path,
      source: one.source,
      mapping,
      dataDate: one.dataDate,
      onStarted,
    }).finally(() => rm(opened.file.path, { force: true })),
  );
};

/** Waits until a long work runs, so that the page that follows shows it, and leaves it to itself. */
const beside = (web: Web, one: DirectoryImport, work: (onStarted: () => void) => Promise<unknown>): Promise<void> =>
  new Promise((started) => {
    work(started)
      .catch((error: unknown) => {
        web.ground.log.error({ import: one.id, error });
      })
      .finally(started);
  });

/** The same, for a run that writes nothing of the directory. */
const tryBeside = async (web: Web, one: DirectoryImport): Promise<void> => {
  const { ground } = web;
  const mapping = await mappingKept(web, one.id);
  if (!(await inShared(ground, (work) => startTrial(work, one.id)))) return;
  void tryWholeFile(ground, {
    path: uploadOf(one.id),
    mapping,
    sourceId: one.source.id,
    dataDate: one.dataDate,
    onProgress: async ({ bytesRead, received }) => {
      await inShared(ground, (work) => keepTrialProgress(work, one.id, bytesRead, received));
    },
  })
    .then((tried) =>
      inShared(ground, (work) => endTrial(work, one.id, tried.kind === "tried" ? { counts: tried.counts } : { failure: tried.sentence })),
    )
    .catch(async (error: unknown) => {
      ground.log.error({ import: one.id, error });
      await inShared(ground, (work) => endTrial(work, one.id, { failure: importWords.interrupted })).catch(() => undefined);
    });
};

const firstLines = 20;

const detailsOf = async (web: Web, one: DirectoryImport) => {
  if (one.state === "waiting") {
    const trial = await tryFirstLines(uploadOf(one.id), {
      mapping: await mappingKept(web, one.id),
      sourceId: one.source.id,
      dataDate: one.dataDate,
      today: dayOf(web.ground.clock()),
      lines: firstLines,
    });
    const hasChoices = await inShared(web.ground, async (work) => (await choicesOf(work, one.id)) !== undefined);
    const hasMapping = (await mappingKept(web, one.id)) !== undefined;
    return { trial, rules: [], remarks: [], undoing: undefined, hasChoices, hasMapping };
  }
  return inShared(web.ground, async (work) => ({
    trial: undefined,
    hasChoices: false,
    hasMapping: (await mappingOfImport(work, one.id)) !== undefined,
    undoing: one.state === "done" ? await undoingOf(work, one.id) : undefined,
    rules: await remarksByRule(work, one.id),
    remarks: await remarksOf(work, one.id, 50),
  }));
};
