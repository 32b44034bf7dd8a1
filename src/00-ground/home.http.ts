import { AccessibilityPage, LeavePage, PrivacyPage, UrgencyPage } from "./AdvicePages.screen.tsx";
import { logoOf, openCommissioners } from "./commissioner.store.ts";
import { HomePage, ServicesPage, type Door } from "./HomePage.screen.tsx";
import { calendarHours, openingInWords, openingState } from "./opening.ts";
import { notFound } from "./http-answer.ts";
import { frameOf, sendPage } from "./page.http.ts";
import { type Portal, type Web } from "./site.http.ts";
import { inShared } from "./work.store.ts";

/** A page like any other, that tells nothing of where one comes from. */
const neutralPage = "https://www.meteofrance.com";

/** Opens the first page of a service, the list of services, and the pages that every service needs. */
export const openPublicPages = (web: Web, options: { readonly doors?: readonly Door[] } = {}): void => {
  openHome(web, options.doors ?? ["callback", "directory"]);
  openLogo(web);
  openAdvice(web);
};

export const openHome = (web: Web, doors: readonly Door[]): void => {
  web.app.get("/", { schema: { hide: true } }, async (request, reply) => {
    const now = web.ground.clock();
    const portal: Portal | undefined = request.portal;
    if (portal) {
      const state = openingState(calendarHours(portal.commissioner.openingHours), now);
      const isOpen = state.kind === "open" || state.kind === "always-open";
      return sendPage(reply, HomePage, {
        ...frameOf(request),
        service: portal.commissioner,
        opening: openingInWords(state, now),
        isOpen,
        doors,
      });
    }
    const services = await inShared(web.ground, openCommissioners);
    const openings = services.map((service) => openingInWords(openingState(calendarHours(service.openingHours), now), now));
    const demonstration = services.some((service) => service.isDemonstration);
    return sendPage(reply, ServicesPage, { ...frameOf(request), demonstration, services, openings });
  });
};

const openLogo = (web: Web): void => {
  web.app.get("/logo", { schema: { hide: true } }, async (request, reply) => {
    const slug = request.portal?.commissioner.slug;
    const found = slug === undefined ? undefined : await inShared(web.ground, (work) => logoOf(work, slug));
    if (!found) throw notFound();
    // An image given by someone: read as nothing else than an image, whatever it holds.
    return reply
      .header("cache-control", "public, max-age=3600")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .type(found.logo_type)
      .send(found.logo);
  });
};

const openAdvice = (web: Web): void => {
  web.app.get("/urgence", { schema: { hide: true } }, (request, reply) => sendPage(reply, UrgencyPage, frameOf(request)));
  web.app.get("/quitter-vite", { schema: { hide: true }, config: { everywhere: true } }, (_request, reply) =>
    reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer").redirect(neutralPage, 303),
  );
  web.app.get("/quitter-vite/conseils", { schema: { hide: true } }, (request, reply) => sendPage(reply, LeavePage, frameOf(request)));
  web.app.get("/accessibilite", { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, AccessibilityPage, { ...frameOf(request), phone: request.portal?.commissioner.phone }),
  );
  web.app.get("/confidentialite", { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, PrivacyPage, { ...frameOf(request), retentionMonths: request.portal?.commissioner.retentionMonths }),
  );
};
