import { looksLikeId, numbersFor } from "#ground";
import type { DangerReader } from "#contact/server";
import { drawKey, formFields, frameOf, inShared, notFound, sendPage, staffOf, type Web } from "#ground/server";
import { plainName } from "#engines/places";
import type { FastifyRequest } from "fastify";
import { SignalContract } from "./benefit.http.ts";
import { LocalBenefitsPage, SignalPage, type PlaceOutcome } from "./LocalBenefitsPage.screen.tsx";
import { localBenefitsShown } from "./local-benefits-shown.ts";
import { benefitsFor } from "./local-benefits.store.ts";
import { addSignal } from "./signal.store.ts";
import { territoriesOf, type Places } from "./territory.source.ts";

const pageRate = { rateLimit: { max: 120, timeWindow: "1 minute" } };
const writeRate = { rateLimit: { max: 10, timeWindow: "1 minute" } };
const hidden = { schema: { hide: true }, config: pageRate };

const asked = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value.slice(0, 120) : "";
};

/** Pages des aides locales, for everybody: a commune, what is published there, and one sentence to say what is missing. */
export const openLocalBenefitsPages = (web: Web, places: Places, dangerIn: DangerReader): void => {
  web.app.get("/aides-locales", hidden, async (request, reply) => {
    const [typed, code] = [asked(request, "ou"), asked(request, "commune")];
    const outcome = await outcomeOf(web, places, { typed, code, base: `${frameOf(request).prefix}/aides-locales` });
    return sendPage(reply, LocalBenefitsPage, {
      ...frameOf(request),
      typed: outcome.kind === "found" ? outcome.found.commune.name : typed,
      outcome,
      thanks:
        asked(request, "merci") === "oui"
          ? {
              numbers: asked(request, "pour")
                .split("-")
                .filter((each) => /^\d{2,4}$/.test(each)),
            }
          : undefined,
    });
  });

  const pageOf = (request: FastifyRequest, code: string) => {
    const commune = territoriesOf(places).find({ kind: "commune", code });
    if (!commune) throw notFound();
    const frame = frameOf(request);
    return { ...frame, commune, back: `${frame.prefix}/aides-locales?commune=${commune.code}`, formKey: drawKey(web.ground) };
  };

  web.app.get("/aides-locales/signaler", hidden, (request, reply) =>
    sendPage(reply, SignalPage, { ...pageOf(request, asked(request, "commune")), errors: [], typed: "" }),
  );

  web.app.post("/aides-locales/signaler", { schema: { hide: true }, config: writeRate }, async (request, reply) => {
    const fields = formFields(request);
    const [communeCode, details, key] = [fields.one("commune"), fields.one("aide"), fields.one("cle")];
    const page = pageOf(request, communeCode);
    const read = SignalContract.safeParse({ communeCode: page.commune.code, details });
    if (!read.success) {
      const errors = read.error.issues.map(({ message }) => ({ field: "aide", message }));
      return sendPage(reply, SignalPage, { ...page, errors, typed: details.slice(0, 2_000) }, 422);
    }
    const staff = await staffOf(web, request);
    await inShared(web.ground, (work) =>
      addSignal(work, { ...read.data, key: looksLikeId(key) ? key : undefined, from: staff ? "staff" : "public" }),
    );
    // What somebody writes here may tell a danger: the numbers stand on the very next page.
    const numbers = numbersFor(dangerIn(details));
    return reply.redirect(`${page.back}&merci=oui${numbers.length > 0 ? `&pour=${numbers.join("-")}` : ""}`, 303);
  });
};

const outcomeOf = async (
  web: Web,
  places: Places,
  { typed, code, base }: { readonly typed: string; readonly code: string; readonly base: string },
): Promise<PlaceOutcome> => {
  // The list of communes takes a second to load the first time: an empty form does not wait for it.
  if (code === "" && typed.trim() === "") return { kind: "nothing-asked" };
  const chosen = places.byCode(code)?.code ?? onlyOne(places, typed);
  if (chosen === undefined) {
    const choices = territoriesOf(places)
      .search(typed)
      .filter(({ kind }) => kind === "commune");
    return choices.length === 0
      ? { kind: "unknown", typed: typed.trim() }
      : { kind: "choose", choices: choices.map(({ name, detail, code: each }) => ({ name, detail, href: `${base}?commune=${each}` })) };
  }
  const found = await inShared(web.ground, (work) => benefitsFor(work, places, { communeCode: chosen }));
  if (found.kind === "unknown-commune") return { kind: "unknown", typed };
  return { kind: "found", found: localBenefitsShown(found), signalHref: `${base}/signaler?commune=${found.commune.code}` };
};

/** The one commune of exactly that name, or alone under that postal code. Like names are told apart by the person. */
const onlyOne = (places: Places, typed: string): string | undefined => {
  const found = places.search(typed, { limit: 10 });
  const [name = ""] = plainName(typed).split(/ (?=\d)/);
  const exact = found.filter((commune) => plainName(commune.name) === name || commune.postalCodes.includes(typed.trim()));
  const isShared = found.some(
    (other) => !exact.includes(other) && plainName(other.name).startsWith(`${name} `) && other.population > (exact[0]?.population ?? 0),
  );
  return exact.length === 1 && !isShared ? exact[0]?.code : undefined;
};
