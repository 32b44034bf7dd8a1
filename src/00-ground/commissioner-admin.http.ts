import type { FastifyReply, FastifyRequest } from "fastify";
import { administering, fieldErrors, formKey, paramText, queryText } from "./administrator.http.ts";
import { administrationWords } from "./administration.words.ts";
import { CommissionerContract } from "./commissioner.contract.ts";
import { findCommissioner, openCommissioners } from "./commissioner.store.ts";
import type { Commissioner } from "./commissioner.ts";
import { commissionerWords } from "./commissioner.words.ts";
import { CommissionerFormPage, CommissionersPage } from "./CommissionerAdmin.screen.tsx";
import { hoursText } from "./hours-text.ts";
import { looksLikeId } from "./id.ts";
import { imageTypeOf } from "./image-type.ts";
import type { FieldError } from "./look/Form.screen.tsx";
import { addCommissioner, changeLogo, editCommissioner, type SavedCommissioner } from "./save-commissioner.action.ts";
import { notFound } from "./http-answer.ts";
import { drawKey, formFields, frameOf, sendPage } from "./page.http.ts";
import { type Web } from "./site.http.ts";
import { inShared } from "./work.store.ts";

const logoBytesAtMost = 200_000;
const { errors: sentences } = commissionerWords;
const fieldNames = [
  "name",
  "slug",
  "kind",
  "color",
  "phone",
  "phonePrice",
  "host",
  "day1",
  "day2",
  "day3",
  "day4",
  "day5",
  "day6",
  "day7",
  "promiseKind",
  "promiseAmount",
  "callbackPlaces",
  "retentionMonths",
  "asksAboutDanger",
];

export const openCommissionerAdmin = (web: Web): void => {
  const options = { schema: { hide: true } };
  web.app.get(
    "/administration/services",
    options,
    administering(web, async (_by, request, reply) => {
      const services = await inShared(web.ground, openCommissioners);
      return sendPage(reply, CommissionersPage, {
        ...frameOf(request),
        services,
        done: queryText(request, "fait") ? administrationWords.fr.saved : undefined,
      });
    }),
  );
  web.app.get(
    "/administration/services/nouveau",
    options,
    administering(web, (_by, request, reply) => showForm(web, request, reply, { values: newValues })),
  );
  web.app.post(
    "/administration/services/nouveau",
    options,
    administering(web, async (by, request, reply) => {
      const { values, read } = readForm(request);
      if (!read.success) return showForm(web, request, reply, { values, errors: fieldErrors(read.error) });
      const saved = await addCommissioner(web.ground, by, formKey(web, request), read.data);
      const errors = errorsOf(saved);
      return errors.length > 0 ? showForm(web, request, reply, { values, errors }) : reply.redirect("/administration/services?fait=1", 303);
    }),
  );
  web.app.get(
    "/administration/services/:id",
    options,
    administering(web, async (_by, request, reply) => {
      const service = await serviceAt(web, request);
      return showForm(web, request, reply, { service, values: valuesOf(service) });
    }),
  );
  web.app.post(
    "/administration/services/:id",
    options,
    administering(web, async (by, request, reply) => {
      const service = await serviceAt(web, request);
      const { values, read } = readForm(request);
      if (!read.success) return showForm(web, request, reply, { service, values, errors: fieldErrors(read.error) });
      const saved = await editCommissioner(web.ground, by, { id: service.id, key: formKey(web, request), fields: read.data });
      const errors = errorsOf(saved);
      return errors.length > 0
        ? showForm(web, request, reply, { service, values, errors })
        : reply.redirect("/administration/services?fait=1", 303);
    }),
  );
  web.app.post(
    "/administration/services/:id/logo",
    options,
    administering(web, async (by, request, reply) => {
      const service = await serviceAt(web, request);
      const refused = (message: string) =>
        showForm(web, request, reply, { service, values: valuesOf(service), errors: [{ field: "logo", message }] });
      const given = await readLogo(request);
      if (given.kind === "refused") return refused(given.sentence);
      const type = imageTypeOf(given.bytes);
      if (!type) return refused(sentences.logoType);
      const key = looksLikeId(given.key) ? given.key : drawKey(web.ground);
      const saved = await changeLogo(web.ground, by, { id: service.id, key, bytes: given.bytes, type });
      return saved.kind === "key-reused"
        ? refused(administrationWords.fr.keyReused)
        : reply.redirect("/administration/services?fait=1", 303);
    }),
  );
};

const serviceAt = async (web: Web, request: FastifyRequest): Promise<Commissioner> => {
  const id = paramText(request, "id");
  const service = looksLikeId(id) ? await inShared(web.ground, (work) => findCommissioner(work, { id })) : undefined;
  if (!service) throw notFound();
  return service;
};

interface Shown {
  readonly service?: Commissioner;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

/** A key is drawn with each page: one that was refused has not been used, but its content will change. */
const showForm = (web: Web, request: FastifyRequest, reply: FastifyReply, shown: Shown): unknown =>
  sendPage(
    reply,
    CommissionerFormPage,
    { ...frameOf(request), ...shown, formKey: drawKey(web.ground), logoKey: drawKey(web.ground) },
    shown.errors ? 422 : 200,
  );

const readForm = (request: FastifyRequest) => {
  const fields = formFields(request);
  const values = Object.fromEntries(fieldNames.map((name) => [name, fields.one(name).slice(0, 300)]));
  return { values, read: CommissionerContract.safeParse(values) };
};

const errorsOf = (saved: SavedCommissioner): FieldError[] => {
  if (saved.kind === "taken") return [{ field: saved.field, message: saved.field === "slug" ? sentences.slugTaken : sentences.hostTaken }];
  return saved.kind === "key-reused" ? [{ field: "name", message: administrationWords.fr.keyReused }] : [];
};

const office = "9h-19h";
const newValues = {
  kind: "mutual",
  phonePrice: "appel gratuit",
  ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day${day}`, office])),
  promiseKind: "elapsed",
  promiseAmount: "48",
  callbackPlaces: "2",
  retentionMonths: "24",
  asksAboutDanger: "yes",
};

const valuesOf = (service: Commissioner): Record<string, string> => ({
  name: service.name,
  slug: service.slug,
  kind: service.kind,
  color: service.color,
  phone: service.phone,
  phonePrice: service.phonePrice,
  host: service.host ?? "",
  ...Object.fromEntries(Object.entries(service.openingHours).map(([day, spans]) => [`day${day}`, hoursText(spans)])),
  promiseKind: service.promise.kind,
  promiseAmount: String(service.promise.kind === "elapsed" ? service.promise.hours : service.promise.days),
  callbackPlaces: String(service.callbackPlaces),
  retentionMonths: String(service.retentionMonths),
  asksAboutDanger: service.asksAboutDanger ? "yes" : "no",
});

type GivenLogo =
  { readonly kind: "given"; readonly bytes: Buffer; readonly key: string } | { readonly kind: "refused"; readonly sentence: string };

/** Whatever a form cut short or badly made sends, there is no image to read. */
const readLogo = async (request: FastifyRequest): Promise<GivenLogo> => {
  try {
    const file = await request.file({ limits: { fileSize: logoBytesAtMost, files: 1, fields: 5 } });
    const bytes = await file?.toBuffer();
    if (!file || !bytes || bytes.length === 0) return { kind: "refused", sentence: sentences.logoMissing };
    const key = file.fields["cle"];
    return { kind: "given", bytes, key: key && "value" in key && typeof key.value === "string" ? key.value : "" };
  } catch (failure) {
    const isTooLarge = failure instanceof Error && "statusCode" in failure && failure.statusCode === 413;
    return { kind: "refused", sentence: isTooLarge ? sentences.logoTooLarge : sentences.logoMissing };
  }
};
