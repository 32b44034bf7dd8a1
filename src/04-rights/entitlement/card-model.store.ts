import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { questionOf, type Question, type Register } from "../register/register.ts";
import type { CardModel, IssuerRole } from "./card-model.ts";

export interface NewCardModel {
  readonly name: string;
  readonly printedName: string;
  readonly months: number;
  readonly question: Question | undefined;
  readonly issuers: readonly IssuerRole[];
  readonly isCard: boolean;
  readonly isDemonstration?: boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly printed_name: string;
  readonly months: number;
  readonly register: Register | null;
  readonly at_most: number | null;
  readonly issuers: IssuerRole[];
  readonly is_card: boolean;
  readonly is_demonstration: boolean;
  readonly retired_at: Date | null;
}

const columns = sql`id, name, printed_name, months, register, at_most, issuers, is_card, is_demonstration, retired_at`;

const fromRow = (row: Row): CardModel => ({
  id: idOf<"CardModel">(row.id),
  name: row.name,
  printedName: row.printed_name,
  months: row.months,
  question: row.register === null ? undefined : questionOf(row.register, row.at_most),
  issuers: row.issuers,
  isCard: row.is_card,
  isDemonstration: row.is_demonstration,
  retiredAt: row.retired_at ?? undefined,
});

/** All the models, those that are no longer given included: their cards still live. By name. */
export const modelsOf = async (work: Work): Promise<CardModel[]> =>
  (
    await work.rows(sql<Row>`
      select ${columns} from rights_card_model where commissioner_id = ${work.commissionerId} order by ground_plain(name), id`)
  ).map(fromRow);

export const findModel = async (work: Work, id: string): Promise<CardModel | undefined> => {
  const row = await work.first(
    sql<Row>`select ${columns} from rights_card_model where commissioner_id = ${work.commissionerId} and id = ${id}`,
  );
  return row && fromRow(row);
};

const amountOf = (question: Question | undefined): number | null => (question?.register === "quotient_familial" ? question.atMost : null);

/** Ajouter un modèle. Two that are given at the same time do not bear the same name. */
export const addModel = async (work: Work, given: NewCardModel): Promise<Id<"CardModel"> | "name-taken"> => {
  const row = await work.first(sql<{ id: string }>`
    insert into rights_card_model (commissioner_id, name, printed_name, months, register, at_most, issuers, is_card, is_demonstration, created_at)
    values (${work.commissionerId}, ${given.name}, ${given.printedName}, ${given.months}, ${given.question?.register ?? null},
      ${amountOf(given.question)}, ${[...given.issuers]}::text[], ${given.isCard}, ${given.isDemonstration ?? false}, ${work.now})
    on conflict (commissioner_id, ground_plain(name)) where retired_at is null do nothing
    returning id`);
  if (!row) return "name-taken";
  work.audit({ action: "add card model", objectKind: "card model", objectId: row.id });
  await work.tell("card-model.changed", { modelId: row.id });
  return idOf<"CardModel">(row.id);
};

/** Corriger un modèle : what is given from now on; the periods already running keep their end. */
export const editModel = async (
  work: Work,
  id: string,
  given: Omit<NewCardModel, "isCard" | "isDemonstration">,
): Promise<"edited" | "name-taken" | "not-found"> => {
  const others = await work.first(sql`
    select 1 from rights_card_model
    where commissioner_id = ${work.commissionerId} and id <> ${id} and retired_at is null and ground_plain(name) = ground_plain(${given.name})`);
  if (others) return "name-taken";
  const edited = await work.run(sql`
    update rights_card_model
    set name = ${given.name}, printed_name = ${given.printedName}, months = ${given.months}, register = ${given.question?.register ?? null},
      at_most = ${amountOf(given.question)}, issuers = ${[...given.issuers]}::text[]
    where commissioner_id = ${work.commissionerId} and id = ${id} and retired_at is null`);
  if (edited === 0) return "not-found";
  work.audit({ action: "edit card model", objectKind: "card model", objectId: id });
  await work.tell("card-model.changed", { modelId: id });
  return "edited";
};

/** Ne plus donner : nobody asks for it any more; what was issued goes on and is renewed. Said again, it is given again. */
export const setRetired = async (work: Work, id: string, isRetired: boolean): Promise<"done" | "name-taken" | "not-found"> => {
  const model = await findModel(work, id);
  if (!model) return "not-found";
  if (!isRetired && (await modelsOf(work)).some((each) => each.id !== id && !each.retiredAt && isSameName(each.name, model.name)))
    return "name-taken";
  await work.run(sql`
    update rights_card_model set retired_at = ${isRetired ? work.now : null}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  work.audit({ action: isRetired ? "retire card model" : "give card model again", objectKind: "card model", objectId: id });
  await work.tell("card-model.changed", { modelId: id });
  return "done";
};

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
