import { frameOf, sendPage, type Web } from "#ground/server";
import { EmbedPage } from "./EmbedPage.screen.tsx";

/** « Mettre l'annuaire sur votre site » : the line to copy. */
export const openEmbedPage = (web: Web): void => {
  web.app.get("/annuaire/integrer", { schema: { hide: true } }, (request, reply) => {
    const frame = frameOf(request);
    const address = `${web.ground.baseUrl()}${frame.prefix}/annuaire?cadre=oui`;
    return sendPage(reply, EmbedPage, { ...frame, address });
  });
};
