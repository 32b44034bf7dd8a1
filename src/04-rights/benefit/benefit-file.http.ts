import { z } from "zod";
import { HttpAnswer, type Web } from "#ground/server";
import { fileText, writtenLine } from "./benefit-file.ts";
import { versionsOf } from "./benefit.store.ts";
import { ImportedContract } from "./catalogue.contract.ts";
import { named } from "./catalogue.http.ts";
import { catalogueLines } from "./catalogue.store.ts";
import { importBenefits } from "./import-benefits.action.ts";
import { asKeeper, keeperGesture } from "./keeper.http.ts";
import { territoriesOf, type Places } from "./territory.source.ts";

const FileContract = z.object({ text: z.string().max(450_000), isTrial: z.boolean() });

/** Fichier des aides : out as it would come back in; in with a trial first, line by line. */
export const openBenefitFile = (web: Web, places: Places): void => {
  web.app.get("/api/benefit-catalogue.csv", { schema: { response: { 200: z.string() } } }, async (request, reply) => {
    const text = await asKeeper(web, request, async (work) => {
      const lines = [];
      for (const line of await catalogueLines(work, {})) {
        const [last] = await versionsOf(work, line.id);
        if (!last) continue;
        const { name } = named(territoriesOf(places), last.content.territory);
        lines.push(writtenLine({ key: line.key, content: last.content }, { territory: name, state: line.state }));
      }
      return fileText(lines);
    });
    return reply.type("text/csv; charset=utf-8").header("content-disposition", `attachment; filename="aides-locales.csv"`).send(text);
  });

  web.app.post("/api/benefit-catalogue/import", { schema: { body: FileContract, response: { 200: ImportedContract } } }, (request) =>
    keeperGesture(web, request, { route: "POST /api/benefit-catalogue/import", content: request.body }, async (work) => {
      const answer = await importBenefits(work, territoriesOf(places), request.body);
      if (answer.kind === "refused")
        throw new HttpAnswer(422, answer.sentence, { fields: [{ field: "fichier", sentence: answer.sentence }] });
      return { isTrial: request.body.isTrial, lines: answer.lines.map((line) => ({ ...line, reasons: [...line.reasons] })) };
    }),
  );
};
