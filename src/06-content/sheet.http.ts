import { z } from "zod";
import { frameOf, notFound, sendPage, type Web } from "#ground/server";
import { SheetPage, SheetsPage } from "./SheetPages.screen.tsx";
import { sheetsAbout } from "./sheet.ts";
import { findSheet, sheets } from "./sheets.ts";

const QueryContract = z.object({ mots: z.string().max(100).catch("").default("") }).catch({ mots: "" });
const Params = z.object({ id: z.string().max(80) });
const inFull = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** Fiches pratiques: the same for every service, and for whoever works here. What is searched is not kept. */
export const openSheets = (web: Web): void => {
  web.app.get("/fiches", { schema: { hide: true } }, (request, reply) => {
    const typed = QueryContract.parse(request.query).mots.trim();
    return sendPage(reply, SheetsPage, { ...frameOf(request), typed, sheets: sheetsAbout(sheets, typed) });
  });
  web.app.get("/fiches/:id", { schema: { hide: true } }, (request, reply) => {
    const sheet = findSheet(Params.parse(request.params).id);
    if (!sheet) throw notFound();
    const writtenInWords = inFull.format(new Date(`${sheet.writtenOn}T12:00:00Z`));
    return sendPage(reply, SheetPage, { ...frameOf(request), sheet, writtenInWords });
  });
};
