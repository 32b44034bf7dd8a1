import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { blindIndex, type Work } from "#ground/server";
import { nameKeys, searchKeys } from "./name-index.ts";
import type { AccessNeed, AgeBand, ContactPoint, Person, Population } from "./person.ts";
import { readPhone } from "./phone.ts";
import { readReturnCode } from "./return-code.ts";
import { makeVault, vaultFrom, vaultOf, type Vault } from "./vault.store.ts";

export interface NewPerson {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly communeCode?: string | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly population?: Population | undefined;
  readonly populationFrom?: "entitlement" | "declared" | undefined;
  readonly language?: string | undefined;
  readonly accessNeeds?: readonly AccessNeed[] | undefined;
  readonly isProtected?: boolean | undefined;
}
export interface NewContactPoint {
  readonly channel: ContactPoint["channel"];
  /** A telephone in E.164 (see `readPhone`), a mail, an address. */
  readonly value: string;
  readonly holder?: ContactPoint["holder"] | undefined;
  readonly isSafeForMessage?: boolean | undefined;
}

/** Where the sealed columns of a person live. */
export const personPlace = (id: string, column: string) => ({ table: "person", id, column });
export const pointPlace = (id: string) => ({ table: "person_contact_point", id, column: "value" });

/** Hashes of what a name is found by. */
export const keysOfName = (work: Work, names: readonly string[]): string[] =>
  names.map((name) => blindIndex(work.ground.keys.lookup, `${work.commissionerId} name ${name}`).toString("base64url").slice(0, 12));
/** Blind index of a telephone (E.164) or of a mail. */
export const lookupOf = (work: Work, channel: string, value: string): Buffer =>
  blindIndex(work.ground.keys.lookup, `${work.commissionerId} ${channel} ${channel === "mail" ? value.trim().toLowerCase() : value}`);

/** What a return code is found by: whoever reads the database cannot read it back. */
export const returnCodeIndex = (work: Work, code: string): Buffer =>
  blindIndex(work.ground.keys.lookup, `${work.commissionerId} return-code ${code}`);

// No 0/O, 1/I: the number is read aloud.
const numberSigns = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const drawNumber = (work: Work): string => {
  const bytes = work.ground.draw(4);
  return `${1 + ((bytes[0] ?? 0) % 9)}${numberSigns[(bytes[1] ?? 0) % 24] ?? "A"}-${String(bytes.readUInt16BE(2) % 10_000).padStart(4, "0")}`;
};

/** A number drawn twice is drawn again: 2 million numbers for each commissioner. */
const freeNumber = async (work: Work): Promise<string> => {
  for (;;) {
    const number = drawNumber(work);
    if (!(await work.first(sql`select 1 from person where commissioner_id = ${work.commissionerId} and number = ${number}`))) return number;
  }
};

/** Adds a person: anonymous when no name is given. */
export const addPerson = async (work: Work, given: NewPerson): Promise<Id<"Person">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const vault = await makeVault(work, id);
  const sealed = (column: string, text: string | undefined): Buffer | null =>
    text === undefined || text === "" ? null : vault.seal(personPlace(id, column), text);
  const isNamed = (given.firstName ?? "") !== "" || (given.lastName ?? "") !== "";
  await work.run(sql`
    insert into person (commissioner_id, id, number, kind, first_name, last_name, birth_date, name_index, commune_code, age_band, population,
      population_from, language, access_needs, is_protected, created_at, last_contact_at)
    values (${work.commissionerId}, ${id}, ${await freeNumber(work)}, ${isNamed ? "identified" : "anonymous"},
      ${sealed("first_name", given.firstName)}, ${sealed("last_name", given.lastName)}, ${sealed("birth_date", given.birthDate)},
      ${keysOfName(work, nameKeys(given.firstName, given.lastName))}, ${given.communeCode ?? null}, ${given.ageBand ?? null}, ${given.population ?? null},
      ${given.population ? (given.populationFrom ?? "declared") : null}, ${given.language ?? "fr"}, ${[...(given.accessNeeds ?? [])]}, ${given.isProtected ?? false}, ${work.now}, ${work.now})`);
  return idOf<"Person">(id);
};

/** Adds a means of contact. The value is sealed; a blind index finds it again by any spelling. */
export const addContactPoint = async (work: Work, personId: string, point: NewContactPoint): Promise<Id<"ContactPoint">> => {
  const vault = await vaultOf(work, personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const lookup = point.channel === "address" ? null : lookupOf(work, point.channel, point.value);
  await work.run(sql`
    insert into person_contact_point (commissioner_id, id, person_id, channel, value, lookup, holder, is_safe_for_message, created_at)
    values (${work.commissionerId}, ${id}, ${personId}, ${point.channel}, ${vault.seal(pointPlace(id), point.value)}, ${lookup},
      ${point.holder ?? "self"}, ${point.isSafeForMessage ?? false}, ${work.now})`);
  return idOf<"ContactPoint">(id);
};

interface Row {
  readonly id: string;
  readonly number: string;
  readonly kind: Person["kind"];
  readonly first_name: Buffer | null;
  readonly last_name: Buffer | null;
  readonly birth_date: Buffer | null;
  readonly commune_code: string | null;
  readonly age_band: AgeBand | null;
  readonly return_code_at: Date | null;
  readonly population: Population | null;
  readonly language: string;
  readonly access_needs: AccessNeed[];
  readonly population_from: "entitlement" | "declared" | null;
  readonly is_protected: boolean;
  readonly household_id: string | null;
  readonly last_contact_at: Date;
  readonly wrapped: Buffer;
  readonly points: readonly {
    id: string;
    channel: ContactPoint["channel"];
    value: string;
    holder: ContactPoint["holder"];
    is_safe: boolean;
  }[];
}

const fromRow = (work: Work, row: Row): Person => {
  const vault = vaultFrom(work, row.id, row.wrapped);
  const opened = (column: string, sealed: Buffer | null): string | undefined =>
    sealed === null ? undefined : vault.open(personPlace(row.id, column), sealed);
  return {
    id: idOf<"Person">(row.id),
    number: row.number,
    kind: row.kind,
    firstName: opened("first_name", row.first_name),
    lastName: opened("last_name", row.last_name),
    birthDate: opened("birth_date", row.birth_date),
    communeCode: row.commune_code ?? undefined,
    ageBand: row.age_band ?? undefined,
    returnCodeAt: row.return_code_at ?? undefined,
    population: row.population ?? undefined,
    populationFrom: row.population_from ?? undefined,
    language: row.language,
    accessNeeds: row.access_needs,
    isProtected: row.is_protected,
    householdId: row.household_id === null ? undefined : idOf<"Household">(row.household_id),
    lastContactAt: row.last_contact_at,
    contactPoints: row.points.map((point) => openPoint(vault, point)),
  };
};

const openPoint = (vault: Vault, point: Row["points"][number]): ContactPoint => ({
  id: idOf<"ContactPoint">(point.id),
  channel: point.channel,
  value: vault.open(pointPlace(point.id), Buffer.from(point.value, "base64")),
  holder: point.holder,
  isSafeForMessage: point.is_safe,
});

const personQuery = sql`
    select p.id, p.number, p.kind, p.first_name, p.last_name, p.birth_date, p.commune_code, p.age_band, p.return_code_at, p.population, p.population_from, p.language,
      p.access_needs, p.is_protected, p.household_id, p.last_contact_at, k.wrapped,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'channel', c.channel, 'value', translate(encode(c.value, 'base64'), E'\n', ''), 'holder', c.holder, 'is_safe', c.is_safe_for_message) order by c.created_at)
        from person_contact_point c
        where c.commissioner_id = p.commissioner_id and c.person_id = p.id and c.ended_at is null), '[]') as points
    from person p
    join person_key k on k.commissioner_id = p.commissioner_id and k.person_id = p.id`;

/** Persons by their identifiers, those that exist here, in no order. */
export const findPersons = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> => {
  if (ids.length === 0) return new Map();
  const rows = await work.rows(
    sql<Row>`${personQuery} where p.commissioner_id = ${work.commissionerId} and p.id = any(${[...ids]}::uuid[]) and p.merged_into is null`,
  );
  return new Map(rows.map((row) => [row.id, fromRow(work, row)]));
};

export const findPerson = async (work: Work, id: string): Promise<Person | undefined> => (await findPersons(work, [id])).get(id);

// « 4f 2817 », « 4F2817 »: the hyphen is for the eye.
const asNumber = (asked: string): string =>
  asked
    .trim()
    .toUpperCase()
    .replace(/^([1-9][A-Z])[\s-]?(\d{4})$/, "$1-$2");

/** Persons who can be reached at this telephone (E.164) or mail, whoever it belongs to. */
export const personsAt = async (work: Work, channel: "phone" | "mail", value: string): Promise<Person[]> => {
  const rows = await work.rows(sql<Row>`
    ${personQuery}
    where p.commissioner_id = ${work.commissionerId}
      and p.merged_into is null
      and p.erased_at is null
      and p.id in (select person_id from person_contact_point where commissioner_id = ${work.commissionerId} and lookup = ${lookupOf(work, channel, value)} and ended_at is null)
    order by p.last_contact_at desc, p.id
    limit 50`);
  return rows.map((row) => fromRow(work, row));
};

/**
 * Search by telephone in any spelling, by number of file, by return code, by mail or by words of a name. The exact telephone comes first;
 * then the most recently listened to. 20 at most.
 */
export const searchPersons = async (work: Work, asked: string): Promise<Person[]> => {
  const phone = readPhone(asked);
  const names = keysOfName(work, searchKeys(asked));
  const mail = asked.includes("@") ? lookupOf(work, "mail", asked) : null;
  const code = readReturnCode(asked);
  const codeIndex = code === undefined ? null : returnCodeIndex(work, code);
  const lookup = phone ? lookupOf(work, "phone", phone.value) : mail;
  const hasPoint = sql`p.id in (select person_id from person_contact_point where commissioner_id = ${work.commissionerId} and lookup = ${lookup} and ended_at is null)`;
  const rows = await work.rows(sql<Row>`
    ${personQuery}
    where p.commissioner_id = ${work.commissionerId}
      and p.merged_into is null
      and p.erased_at is null
      and (${hasPoint}
        or p.number = ${asNumber(asked)}
        or p.return_code = ${codeIndex}
        or (cardinality(${names}::text[]) > 0 and p.name_index @> ${names}::text[]))
    order by ${hasPoint} desc, p.number = ${asNumber(asked)} desc, p.last_contact_at desc, p.id
    limit 20`);
  return rows.map((row) => fromRow(work, row));
};

/** Notes that she was in contact now: retention counts from there. */
export const touchPerson = (work: Work, id: string): Promise<number> =>
  work.run(
    sql`update person set last_contact_at = greatest(last_contact_at, ${work.now}) where commissioner_id = ${work.commissionerId} and id = ${id}`,
  );
