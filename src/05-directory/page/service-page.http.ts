import type { FastifyRequest } from "fastify";
import { day as dayFrom, dayOf } from "#engines/calendar";
import { readHours, stateAt } from "#engines/hours";
import { mayDo } from "#ground";
import {
  frameOf,
  HttpAnswer,
  inShared,
  notFound,
  sendPage,
  signedIn,
  staffOf,
  type SharedWork,
  type Staff,
  type Web,
} from "#ground/server";
import { mayKeepApprovals } from "../approval/approval.http.ts";
import { keepsOut, stateOf, type ApprovalLine } from "../approval/approval.ts";
import { approvalLinesOf } from "../approval/approval.store.ts";
import { approvalWords } from "../approval/approval.words.ts";
import { dayInFull } from "../record/day.words.ts";
import { territoryName } from "../record/gazetteer.source.ts";
import { searchWords } from "../record/search.words.ts";
import { serviceShown } from "../record/service-shown.ts";
import { findService } from "../record/service.store.ts";
import type { Service } from "../record/service.ts";
import { weekInWords } from "../record/week.words.ts";
import { zoneInWords } from "../record/zone.ts";
import { othersAtPlace } from "../twins/others-at-place.store.ts";
import { sourcesOf } from "../twins/sources.store.ts";
import { ServicePage, type ApprovalShown } from "./ServicePage.screen.tsx";
import { checkService, isEnteredHere, siblingsOf } from "./service-page.store.ts";
import { servicePageWords } from "./service-page.words.ts";

/** A person reads pages; a machine that copies the directory takes the exports. */
const hidden = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: "1 minute" } } };

/** Fiche d'un service, for everyone; whoever is signed in may say that all is right. */
export const openServicePages = (web: Web): void => {
  web.app.get("/annuaire/services/:id", hidden, async (request, reply) => {
    const { id } = request.params as { id: string };
    const staff = await staffOf(web, request);
    const shown = await inShared(web.ground, (work) => pageOf(work, id, staff));
    if (!shown) throw notFound();
    const frame = frameOf(request);
    const thanks = (request.query as { merci?: unknown }).merci === "oui";
    return sendPage(reply, ServicePage, { ...frame, ...shown, back: listBefore(request, frame.prefix), thanks });
  });

  web.app.post("/annuaire/services/:id/verifier", { schema: { hide: true } }, async (request, reply) => {
    const staff = await signedIn(web, request);
    if (!mayCheck(staff)) throw new HttpAnswer(403, servicePageWords.fr.staff.notChecker);
    const service = await serviceAsked(web, request);
    await inShared(web.ground, (work) => checkService(work, service.id, "staff"));
    return reply.redirect(`${frameOf(request).prefix}/annuaire/services/${service.id}`, 303);
  });
};

/** The list that was read just before, with what was asked of it. It comes from the browser: the address of a page may be passed on, and must not tell what was looked for. */
const listBefore = (request: FastifyRequest, prefix: string): string => {
  const list = `${prefix}/annuaire`;
  const from = request.headers.referer ?? "";
  if (!URL.canParse(from)) return list;
  const { host, pathname, search, searchParams } = new URL(from);
  return host === request.headers.host && pathname === list && searchParams.get("cadre") !== "oui" ? `${list}${search}#resultats` : list;
};

/** The service of the address; 404 when there is none. */
export const serviceAsked = async (web: Web, request: FastifyRequest): Promise<Service> => {
  const service = await inShared(web.ground, (work) => findService(work, (request.params as { id: string }).id));
  if (!service) throw notFound();
  return service;
};

const mayCheck = (staff: Staff): boolean => staff.memberships.some(({ roles }) => mayDo(roles, "search"));
/** Who writes services by hand: those who keep the directory. */
export const mayEnter = (staff: Staff): boolean =>
  staff.isAdministrator || staff.memberships.some(({ roles }) => mayDo(roles, "import-directory"));

const pageOf = async (work: SharedWork, id: string, staff: Staff | undefined) => {
  const service = await findService(work, id);
  if (!service) return undefined;
  const today = dayOf(work.now);
  return {
    service: serviceShown(service, today),
    updatedInWords: dayInFull(dayFrom(service.updatedOn)),
    zoneInWords: zoneInWords(service.zone ?? [], territoryName),
    hoursInWords: service.openingHours === undefined ? [] : weekInWords(service.openingHours),
    openingInWords: service.openingHours === undefined || service.goneAt ? undefined : openingInWords(service.openingHours, work.now),
    approvals: ((await approvalLinesOf(work, [id])).get(id) ?? []).map((line) => approvalShown(line, today)),
    sources: await sourcesOf(work, id),
    siblings: await siblingsOf(work, service),
    samePlace: await othersAtPlace(work, id),
    staff: staff && {
      mayCheck: mayCheck(staff) && service.goneAt === undefined,
      mayEdit: mayEnter(staff) && (await isEnteredHere(work, id)),
      mayApprove: mayKeepApprovals(staff),
    },
  };
};

const approvalShown = (line: ApprovalLine, today: ReturnType<typeof dayOf>): ApprovalShown => {
  const last = line.at(-1) ?? line[0];
  const name = servicePageWords.fr.approvalBy(approvalWords.fr.kinds[last.kind], last.title, last.body);
  return { id: last.id, name, state: stateOf(line, today), isOut: keepsOut(line, today) };
};

/** Undefined when the hours are not understood, or say nothing of such a day. */
const openingInWords = (text: string, now: Date): string | undefined => {
  const hours = readHours(text);
  if (hours.kind !== "read") return undefined;
  const state = stateAt(hours, now);
  switch (state.kind) {
    case "open":
      return searchWords.fr.opening({ kind: "open", closes: state.closes?.toISOString() }, now);
    case "closed":
      return searchWords.fr.opening({ kind: "closed", opens: state.opens?.toISOString() }, now);
    case "maybe":
      return searchWords.fr.opening({ kind: "maybe" }, now);
    case "unknown":
      return undefined;
  }
};
