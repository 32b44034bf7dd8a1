import type { FastifyReply, FastifyRequest } from "fastify";
import { dayOf, addDays } from "#engines/calendar";
import { looksLikeId, mayDo } from "#ground";
import { drawKey, formFields, frameOf, HttpAnswer, inShared, notFound, sendPage, signedIn, type Staff, type Web } from "#ground/server";
import type { FieldError } from "#ground/screens";
import { approvalSent, readApproval, type ApprovalSent } from "./approval-form.http.ts";
import { WithdrawalContract, type ApprovalForm } from "./approval.contract.ts";
import { ApprovalFormPage, type ApprovalTyped } from "./ApprovalForm.screen.tsx";
import { ApprovalPage } from "./ApprovalPage.screen.tsx";
import { ApprovalsPage } from "./ApprovalsPage.screen.tsx";
import type { Approval, ApprovalLineOfStructure } from "./approval.ts";
import { addApproval, allApprovalLines, approvalLineOf, endApproval, structuresNamed, structureStanding } from "./approval.store.ts";
import { approvalWords } from "./approval.words.ts";
import { ChooseStructurePage } from "./ChooseStructurePage.screen.tsx";
import { renewApproval } from "./renew-approval.action.ts";

const words = approvalWords.fr;
const hidden = { schema: { hide: true } };
const at = "/annuaire/agrements";

/** Who keeps approvals: those who keep the directory, and those who answer for providers. */
export const mayKeepApprovals = (staff: Staff): boolean =>
  staff.isAdministrator || staff.memberships.some(({ roles }) => mayDo(roles, "import-directory") || mayDo(roles, "manage-providers"));

const keeper = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await signedIn(web, request);
  if (!mayKeepApprovals(staff)) throw new HttpAnswer(403, words.notAllowed);
  return staff;
};

/** Agréments : the list, a form to write or renew one, its history. */
export const openApprovals = (web: Web): void => {
  web.app.get(at, hidden, async (request, reply) => {
    await keeper(web, request);
    const lines = await inShared(web.ground, allApprovalLines);
    const onlyToDo = (request.query as { etat?: unknown }).etat === "a-renouveler";
    return sendPage(reply, ApprovalsPage, { ...frameOf(request), lines, today: dayOf(web.ground.clock()), onlyToDo });
  });

  web.app.get(`${at}/nouveau`, hidden, async (request, reply) => {
    await keeper(web, request);
    const { structure, q } = request.query as { structure?: unknown; q?: unknown };
    if (typeof structure === "string" && structure !== "") return showForm(web, request, reply, { structureId: structure });
    const typed = typeof q === "string" ? q.slice(0, 100) : "";
    const found = typed === "" ? undefined : await inShared(web.ground, (work) => structuresNamed(work, typed));
    return sendPage(reply, ChooseStructurePage, { ...frameOf(request), typed, found });
  });

  web.app.post(at, hidden, (request, reply) => save(web, request, reply));

  web.app.get(`${at}/:id`, hidden, async (request, reply) => {
    await keeper(web, request);
    return showLine(web, request, reply, await lineAsked(web, request));
  });

  web.app.get(`${at}/:id/renouveler`, hidden, async (request, reply) => {
    await keeper(web, request);
    const { line } = await lineAsked(web, request);
    return showForm(web, request, reply, { structureId: line[0].structureId, renews: line.at(-1) ?? line[0] });
  });

  openEnds(web);
};

const openEnds = (web: Web): void => {
  web.app.post(`${at}/:id/retirer`, hidden, async (request, reply) => {
    const staff = await keeper(web, request);
    const asked = await lineAsked(web, request);
    const approval = approvalAsked(request, asked);
    const fields = formFields(request);
    const typed = { jour: fields.one("jour"), motif: fields.one("motif") };
    const read = WithdrawalContract.safeParse(typed);
    const errors: FieldError[] = read.success
      ? read.data.jour < approval.from
        ? [{ field: "jour", message: words.page.wrongDay }]
        : []
      : read.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message }));
    if (!read.success || errors.length > 0) return showLine(web, request, reply, asked, { errors, typed });
    const end = {
      as: "withdrawn",
      on: read.data.jour,
      because: read.data.motif === "" ? undefined : read.data.motif,
      staffId: staff.id,
    } as const;
    await inShared(web.ground, (work) => endApproval(work, approval.id, end));
    return reply.redirect(`${frameOf(request).prefix}${at}/${approval.id}`, 303);
  });

  web.app.post(`${at}/:id/erreur`, hidden, async (request, reply) => {
    const staff = await keeper(web, request);
    const approval = approvalAsked(request, await lineAsked(web, request));
    const end = { as: "mistake", on: dayOf(web.ground.clock()), because: undefined, staffId: staff.id } as const;
    await inShared(web.ground, (work) => endApproval(work, approval.id, end));
    return reply.redirect(`${frameOf(request).prefix}${at}`, 303);
  });
};

const idAsked = (request: FastifyRequest): string => (request.params as { id: string }).id;

const lineAsked = async (web: Web, request: FastifyRequest): Promise<ApprovalLineOfStructure> => {
  const found = await inShared(web.ground, (work) => approvalLineOf(work, idAsked(request)));
  if (!found) throw notFound();
  return found;
};

const approvalAsked = (request: FastifyRequest, { line }: ApprovalLineOfStructure): Approval => {
  const approval = line.find(({ id }) => id === idAsked(request));
  if (!approval) throw notFound();
  return approval;
};

const showLine = (
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: ApprovalLineOfStructure,
  wrong?: { readonly errors: readonly FieldError[]; readonly typed: { readonly jour: string; readonly motif: string } },
): unknown => {
  const today = dayOf(web.ground.clock());
  const given = wrong ?? { errors: [], typed: { jour: today, motif: "" } };
  return sendPage(reply, ApprovalPage, { ...frameOf(request), shown, today, ...given }, wrong ? 422 : 200);
};

interface FormAsked {
  readonly structureId: string;
  readonly renews?: Approval;
  readonly errors?: readonly FieldError[];
  readonly typed?: ApprovalTyped;
}

const showForm = async (web: Web, request: FastifyRequest, reply: FastifyReply, asked: FormAsked): Promise<unknown> => {
  const structure = await inShared(web.ground, (work) => structureStanding(work, asked.structureId));
  if (!structure) throw notFound();
  const errors = asked.errors ?? [];
  const typed = asked.typed ?? (asked.renews ? typedAgain(asked.renews) : {});
  const formKey = drawKey(web.ground);
  return sendPage(
    reply,
    ApprovalFormPage,
    { ...frameOf(request), structure, renews: asked.renews, errors, typed, formKey },
    errors.length > 0 ? 422 : 200,
  );
};

/** A renewal begins as the last one ended; only its last day and its proof are to be written. */
const typedAgain = ({ kind, title, body, number, until, isRequired }: Approval): ApprovalTyped => ({
  sorte: kind,
  intitule: title,
  organisme: body,
  numero: number ?? "",
  debut: until === undefined ? "" : addDays(until, 1),
  indispensable: isRequired ? "oui" : "non",
});

const save = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const staff = await keeper(web, request);
  const sent = await approvalSent(request);
  const structureId = sent.typed["structure"] ?? "";
  const renewedId = sent.typed["renouvelle"] ?? "";
  const renewed = renewedId === "" ? undefined : await inShared(web.ground, (work) => approvalLineOf(work, renewedId));
  const renews = renewed?.line.find(({ id }) => id === renewedId);
  if (renewedId !== "" && !renews) throw notFound();
  const again = (errors: readonly FieldError[]) =>
    showForm(web, request, reply, { structureId, ...(renews ? { renews } : {}), errors, typed: sent.typed });
  const read = readApproval(sent);
  if (read.kind === "wrong") return again(read.errors);
  const key = looksLikeId(sent.typed["cle"] ?? "") ? (sent.typed["cle"] ?? "") : drawKey(web.ground);
  const made = { key, staffId: staff.id };
  const given = written(read.form, sent);
  if (renews) {
    const answer = await inShared(web.ground, (work) => renewApproval(work, renews.id, given, made));
    if (answer.kind !== "renewed") return again([{ field: "debut", message: words.form.wrong.renewed }]);
  } else {
    const structure = await inShared(web.ground, (work) => structureStanding(work, structureId));
    if (!structure) throw notFound();
    await inShared(web.ground, (work) => addApproval(work, { ...given, structureId: structure.id }, made));
  }
  return reply.redirect(`${frameOf(request).prefix}${at}/${key}`, 303);
};

const written = (form: ApprovalForm, { file }: ApprovalSent) => ({
  kind: form.sorte,
  title: form.intitule,
  body: form.organisme,
  number: form.numero === "" ? undefined : form.numero,
  from: form.debut,
  until: form.fin,
  isRequired: form.indispensable === "oui",
  proof: { url: form.lien === "" ? undefined : form.lien, file },
});
