import { sql } from "kysely";
import { z } from "zod";
import { dayOf, day, type Day } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import { GestureContract } from "./application.contract.ts";
import { stateAfter, type Application, type ApplicationStep, type Gesture, type RightAsked } from "./application.ts";

const labelPlace = (id: string) => ({ table: "rights_application", id, column: "label" });
const toldPlace = (id: string) => ({ table: "rights_application_step", id, column: "told" });

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly sealed_for: string;
  readonly right_code: string;
  readonly benefit_id: string | null;
  readonly label: Buffer | null;
}
interface StepRow {
  readonly id: string;
  readonly application_id: string;
  readonly gesture: Gesture["kind"] | "open" | "undo";
  readonly undoes: string | null;
  readonly on_day: string;
  readonly told: Buffer | null;
  readonly at: Date;
  readonly by: string | null;
}

const columns = sql`a.id, a.situation_id, a.sealed_for, a.right_code, a.benefit_id, a.label`;

/** An application, with whose key seals it. */
export interface KeptApplication extends Application {
  readonly sealedFor: string;
}

/** The applications of a situation, in the order in which they were opened; those whose opening was taken back are not. */
export const applicationsOfSituation = async (work: Work, situationId: string): Promise<KeptApplication[]> =>
  fromRows(
    work,
    await work.rows(sql<Row>`
      select ${columns} from rights_application a
      where a.commissioner_id = ${work.commissionerId} and a.situation_id = ${situationId}
      order by a.opened_at, a.id
      limit 200`),
  );

/** Those of several situations at once: of a person, whatever her situations. */
export const applicationsOfSituations = async (work: Work, situationIds: readonly string[]): Promise<KeptApplication[]> =>
  situationIds.length === 0
    ? []
    : fromRows(
        work,
        await work.rows(sql<Row>`
          select ${columns} from rights_application a
          where a.commissioner_id = ${work.commissionerId} and a.situation_id = any(${[...situationIds]}::uuid[])
          order by a.opened_at, a.id
          limit 500`),
      );

export const findApplication = async (work: Work, id: string): Promise<KeptApplication | undefined> =>
  (
    await fromRows(
      work,
      await work.rows(sql<Row>`
        select ${columns} from rights_application a where a.commissioner_id = ${work.commissionerId} and a.id = ${id}`),
    )
  )[0];

/** The same, held until the end of the work: two who act at the same time come one after the other. */
export const lockApplication = async (work: Work, id: string): Promise<KeptApplication | undefined> => {
  await work.run(sql`
    select 1 from rights_application where commissioner_id = ${work.commissionerId} and id = ${id} for update`);
  return findApplication(work, id);
};

/** Those who open applications in one situation come one after the other: the same right is not opened twice. */
export const lockSituation = (work: Work, situationId: string): Promise<number> =>
  work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`applications of ${situationId}`}, 0))`);

const fromRows = async (work: Work, rows: readonly Row[]): Promise<KeptApplication[]> => {
  if (rows.length === 0) return [];
  const steps = await work.rows(sql<StepRow>`
    select id, application_id, gesture, undoes, on_day, told, at, by
    from rights_application_step
    where commissioner_id = ${work.commissionerId} and application_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by application_id, seq`);
  const vaults = new Map<string, Vault>();
  for (const { sealed_for } of rows) if (!vaults.has(sealed_for)) vaults.set(sealed_for, await vaultOf(work, sealed_for));
  return rows.flatMap((row) => {
    const vault = vaults.get(row.sealed_for);
    if (!vault) throw new Error(`application ${row.id} has no key`);
    const told = stepsFrom(
      vault,
      steps.filter((step) => step.application_id === row.id),
    );
    const state = stateAfter(told);
    return state === undefined
      ? []
      : [
          {
            id: idOf<"Application">(row.id),
            situationId: idOf<"Situation">(row.situation_id),
            sealedFor: row.sealed_for,
            asked: askedFrom(vault, row),
            state,
            steps: told,
          },
        ];
  });
};

const stepsFrom = (vault: Vault, rows: readonly StepRow[]): ApplicationStep[] => {
  const undone = new Map(rows.flatMap((row) => (row.undoes === null ? [] : [[row.undoes, row.at] as const])));
  return rows
    .filter((row) => row.gesture !== "undo")
    .map((row) => {
      const undoneAt = undone.get(row.id);
      return {
        id: idOf<"ApplicationStep">(row.id),
        made:
          row.told === null
            ? { kind: "open", on: day(row.on_day) }
            : GestureContract.parse(JSON.parse(vault.open(toldPlace(row.id), row.told))),
        at: row.at,
        by: row.by === null ? undefined : idOf<"Staff">(row.by),
        ...(undoneAt === undefined ? {} : { undoneAt }),
      };
    });
};

const RightIdContract = z.enum(rightIds);

const askedFrom = (vault: Vault, row: Row): RightAsked => {
  if (row.label === null) return { kind: "computed", right: RightIdContract.parse(row.right_code) };
  const label = vault.open(labelPlace(row.id), row.label);
  if (row.right_code !== "local") return { kind: "other", label };
  return { kind: "local", label, ...(row.benefit_id === null ? {} : { benefitId: row.benefit_id }) };
};

export const addApplication = async (
  work: Work,
  given: { readonly situationId: string; readonly personId: string; readonly asked: RightAsked },
): Promise<Id<"Application">> => {
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const { asked } = given;
  await work.run(sql`
    insert into rights_application (commissioner_id, id, situation_id, sealed_for, right_code, benefit_id, label, opened_at, opened_by)
    values (${work.commissionerId}, ${id}, ${given.situationId}, ${given.personId},
      ${asked.kind === "computed" ? asked.right : asked.kind}, ${asked.kind === "local" ? (asked.benefitId ?? null) : null},
      ${asked.kind === "computed" ? null : vault.seal(labelPlace(id), asked.label)}, ${work.now}, ${staffOf(work)})`);
  await addStep(work, id, { gesture: "open", on: dayOf(work.now) });
  return idOf<"Application">(id);
};

const staffOf = (work: Work): string | null => (work.actor.kind === "staff" ? work.actor.staffId : null);

/** Writes one more line of the story. */
const addStep = async (
  work: Work,
  applicationId: string,
  line: {
    readonly gesture: StepRow["gesture"];
    readonly on: Day;
    readonly undoes?: string;
    readonly told?: { readonly vault: Vault; readonly made: Gesture };
  },
): Promise<string> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into rights_application_step (commissioner_id, id, application_id, seq, gesture, undoes, on_day, told, at, by)
    select ${work.commissionerId}, ${id}, ${applicationId}, coalesce(max(seq), 0) + 1, ${line.gesture}, ${line.undoes ?? null}, ${line.on},
      ${line.told ? line.told.vault.seal(toldPlace(id), JSON.stringify(line.told.made)) : null}, ${work.now}, ${staffOf(work)}
    from rights_application_step
    where commissioner_id = ${work.commissionerId} and application_id = ${applicationId}`);
  return id;
};

export const addGesture = async (work: Work, application: KeptApplication, made: Gesture): Promise<string> =>
  addStep(work, application.id, {
    gesture: made.kind,
    on: made.on,
    told: { vault: await vaultOf(work, application.sealedFor), made },
  });

export const addUndo = (work: Work, application: KeptApplication, step: ApplicationStep): Promise<string> =>
  addStep(work, application.id, { gesture: "undo", on: dayOf(work.now), undoes: step.id });

/** Whether an application stands here, even one whose opening was taken back. */
export const applicationIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(sql`select 1 from rights_application where commissioner_id = ${work.commissionerId} and id = ${id}`)) !== undefined;
