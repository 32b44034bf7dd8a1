import { z } from "zod";
import { isDay } from "#engines/calendar";
import { checkHours } from "#engines/hours";
import { readPhone } from "#person";
import { accessModes, costs, publics, themes } from "../record/code-lists.ts";
import { serviceNatures } from "../record/service.ts";
import { entryWords } from "./entry.words.ts";

const words = entryWords.fr;
const wrong = words.wrong;
const line = z.string().transform((text) => text.trim().replace(/\s+/g, " "));
const optional = (longest: number) => line.pipe(z.string().max(longest, wrong.tooLong));
const age = line.pipe(
  z.union(
    [
      z.literal("").transform(() => undefined),
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.number().max(120)),
    ],
    wrong.age,
  ),
);

/** Saisie d'un service, as the form sends it. The commune is looked for afterwards. */
export const EntryContract = z
  .object({
    nature: z.enum(serviceNatures, wrong.nature),
    structure: line.pipe(z.string().min(1, wrong.structure).max(150, wrong.structure)),
    nom: line.pipe(z.string().min(1, wrong.name).max(150, wrong.name)),
    description: z
      .string()
      .transform((text) => text.trim())
      .pipe(z.string().max(2000, wrong.tooLong)),
    sujets: z.array(z.string().refine((code) => themes.includes(code))).min(1, wrong.themes),
    publics: z.array(z.enum(publics)),
    precision: optional(300),
    age_debut: age,
    age_fin: age,
    conditions: optional(500),
    langues: z.array(z.string().regex(/^[a-z]{2,3}$/)),
    prix: z.enum(["", ...costs]),
    prix_detail: optional(200),
    accueil: z.array(z.enum(accessModes)),
    telephone: line.refine((text) => text === "" || readPhone(text) !== undefined, wrong.phone),
    courriel: line.refine((text) => text === "" || z.email().safeParse(text).success, wrong.mail),
    site: line.refine((text) => text === "" || (text.length <= 300 && /^https:\/\/[^\s"<>]+\.[^\s"<>]+$/.test(text)), wrong.website),
    adresse: optional(150),
    code_postal: line,
    commune: line,
    zone: z.enum(["", "commune", "departement", "pareil"]).catch(""),
    horaires: optional(300).superRefine((text, context) => {
      const [remark] = text === "" ? [] : checkHours(text);
      if (remark) context.addIssue({ code: "custom", message: words.hoursRemark(remark) });
    }),
    alerte: optional(300),
    alerte_fin: line.refine((text) => text === "" || (isDay(text) && text >= "2000-01-01" && text <= "2199-12-31"), wrong.alertUntil),
    verifie: z.enum(["structure", "staff"], wrong.checkedBy),
  })
  .refine(({ age_debut, age_fin }) => age_debut === undefined || age_fin === undefined || age_debut <= age_fin, {
    path: ["age_fin"],
    message: wrong.ageOrder,
  });
export type Entry = z.infer<typeof EntryContract>;
