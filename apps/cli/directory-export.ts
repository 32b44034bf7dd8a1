import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exchangedKinds, exportFormats, exportOf } from "#directory/server";
import { CommandRefused, type Command } from "./command.ts";

/** Writes the directory in the national format, as anyone may take it. */
export const directoryExport: Command = {
  name: "directory export",
  summary: "Écrit l’annuaire au format national, en CSV et en JSON.",
  arguments: "",
  options: [
    { name: "format", value: "FORMAT", help: "data-inclusion", isRequired: true },
    { name: "out", value: "DOSSIER", help: "où écrire les quatre fichiers", isRequired: true },
  ],
  examples: ["directory export --format data-inclusion --out export"],
  run: async (run) => {
    if (run.options["format"] !== "data-inclusion") throw new CommandRefused("Le format est data-inclusion.");
    const folder = run.pathOf(run.options["out"] ?? "");
    await mkdir(folder, { recursive: true }).catch(() => {
      throw new CommandRefused(`Le dossier « ${folder} » ne peut pas être créé.`);
    });
    const ground = await run.openGround();
    const files = exchangedKinds.flatMap((kind) =>
      exportFormats.map((format) => ({ kind, format, file: path.join(folder, `${kind}.${format}`) })),
    );
    for (const { kind, format, file } of files) await pipeline(Readable.from(exportOf(ground, kind, format)), createWriteStream(file));
    return { files: files.map(({ file }) => file) };
  },
};
