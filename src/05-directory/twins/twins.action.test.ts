import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inCommissioner, inShared } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { enterService, type ServiceEntered } from "../intake/enter-service.action.ts";
import { findService } from "../record/service.store.ts";
import { decidePair, undoPair } from "./decide-pair.action.ts";
import { detectTwins } from "./detect-twins.action.ts";
import { othersAtPlace } from "./others-at-place.store.ts";
import { waitingPairs } from "./pair.store.ts";
import { sourcesOf } from "./sources.store.ts";

let house: TestHouse;
let ines: string;
let bilal: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T09:00:00Z" });
  ines = (await addStaff(house.ground, house.mutuelle.id, "Inès Référente", "referente@alpes.example", ["data-referent"])).staffId;
  bilal = (await addStaff(house.ground, house.caisse.id, "Bilal Référent", "referent@ouest.example", ["data-referent"])).staffId;
});
beforeEach(async () => {
  house.setClock("2026-11-20T09:00:00Z");
  await house.ground.database.pool.query(
    "truncate directory_twin_queue, directory_twin_pair, directory_merge, directory_service, directory_structure cascade",
  );
});
afterAll(() => house.close());

const sources = {
  national: { id: "france-services", name: "France services", licence: "Licence Ouverte 2.0" },
  local: { id: "departement-23", name: "Département de la Creuse", licence: "Licence Ouverte 2.0" },
  hub: { id: "hub-lo", name: "Hub", licence: "ODbL" },
} as const;

/** France services of La Souterraine, as the national file describes it. */
const national: ServiceEntered = {
  source: sources.national,
  key: "fs-1",
  structureName: "France services La Souterraine",
  name: "Aide aux démarches en ligne",
  themes: ["numerique--acceder-a-une-connexion-internet"],
  street: "4 rue de Lavaud",
  postalCode: "23300",
  communeName: "La Souterraine",
  communeCode: "23176",
  point: { latitude: 46.2371, longitude: 1.4866 },
  phone: "+33536490001",
  mail: "souterraine@creuse.example",
  openingHours: "Mo-Fr 09:00-12:00",
  updatedOn: "2026-01-10",
};
/** The same, as the département writes it, later. */
const local: ServiceEntered = {
  ...national,
  source: sources.local,
  key: "d-77",
  structureName: "Maison France Services de La Souterraine",
  street: "4, RUE DE LAVAUD",
  phone: "+33536490001",
  themes: [
    "numerique--acceder-a-une-connexion-internet",
    "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives",
  ],
  updatedOn: "2026-10-01",
};
const missionLocale: ServiceEntered = {
  ...national,
  source: sources.hub,
  key: "ml-1",
  structureName: "Mission locale de la Creuse",
  name: "Accompagnement des jeunes",
  themes: ["trouver-un-emploi--faire-des-candidatures-spontanees"],
  mail: "jeunes@mission-locale.example",
  updatedOn: "2026-05-01",
};

const enter = (service: ServiceEntered): Promise<string> => inShared(house.ground, (work) => enterService(work, service));
const detect = () => detectTwins(house.ground);
const service = (id: string) => inShared(house.ground, (work) => findService(work, id));
const folds = async (table: "directory_structure" | "directory_service" = "directory_service") =>
  (await house.ground.database.pool.query(`select id, folded_into, merged from ${table} order by id`)).rows as unknown[];
const change = (id: string, set: string) => house.ground.database.pool.query(`update directory_service set ${set} where id = $1`, [id]);
const changeStructureOf = (id: string, set: string) =>
  house.ground.database.pool.query(
    `update directory_structure set ${set} where id = (select structure_id from directory_service where id = $1)`,
    [id],
  );

/** A pair that the machine left to a human, made by hand so that the test does not hang on the weights of the engine. */
const propose = async (a: string, b: string, level: "structure" | "place" = "structure"): Promise<string> => {
  const { rows } = await house.ground.database.pool.query<{ id: string }>(
    `insert into directory_twin_pair (a, b, level, proposed_level, class, score, evidence, found_at)
     select least(x.structure_id, y.structure_id), greatest(x.structure_id, y.structure_id), $3, $3, 'incertain', 0.6, '[]', now()
     from directory_service x, directory_service y where x.id = $1 and y.id = $2
     on conflict (a, b) do update set level = $3, proposed_level = $3, class = 'incertain', state = 'proposed', decided_by = null, decided_at = null
     returning id`,
    [a, b, level],
  );
  return rows[0]?.id ?? "";
};
const decide = (pair: string, as: "structure" | "place" | "service" | "apart" | "left", staff = ines) =>
  inShared(house.ground, (work) => decidePair(work, pair, as, staff));
const undo = (pair: string, staff = ines) => inShared(house.ground, (work) => undoPair(work, pair, staff));

describe("case: one structure described by two sources", () => {
  test("is merged alone when it is sure, and its services with it", async () => {
    const ids = [await enter(national), await enter(local)];
    expect(await detect()).toMatchObject({ compared: 2, found: { structure: { doublon: 1 }, service: { doublon: 1 } } });
    const shown = await Promise.all(ids.map(service));
    expect(shown.filter((each) => each?.foldedInto !== undefined)).toHaveLength(1);
    expect(shown[0]?.themes).toEqual(shown[1]?.themes);
    expect(shown[0]?.themes).toHaveLength(2);
  });

  test("shows, field by field, the freshest value, and who says what", async () => {
    const id = await enter(national);
    await enter({ ...local, openingHours: "Mo-Fr 08:30-12:00", phone: "+33536490002" });
    await detect();
    expect(await service(id)).toMatchObject({ phone: "+33536490002", openingHours: "Mo-Fr 08:30-12:00" });
    const { sources: all, fields } = await inShared(house.ground, (work) => sourcesOf(work, id));
    expect(all.map(({ name }) => name).toSorted()).toEqual(["Département de la Creuse", "France services"]);
    expect(fields.find(({ field }) => field === "phone")).toMatchObject({
      differs: true,
      values: expect.arrayContaining([
        expect.objectContaining({ value: "+33536490002", isChosen: true, sourceId: "departement-23" }),
        expect.objectContaining({ value: "+33536490001", isChosen: false, sourceId: "france-services" }),
      ]) as unknown,
    });
    expect(fields.find(({ field }) => field === "address")).toMatchObject({ differs: false });
  });

  test("compared again without change, nothing changes", async () => {
    await enter(national);
    await enter(local);
    await detect();
    const before = await folds();
    expect(await detect()).toMatchObject({ compared: 0 });
    await house.ground.database.pool.query("insert into directory_twin_queue (structure_id) select id from directory_structure");
    await detect();
    expect(await folds()).toEqual(before);
    expect((await house.ground.database.pool.query("select 1 from directory_merge")).rowCount).toBe(2);
  });

  test("a member that changes is shown as it now is", async () => {
    const [a, b] = [await enter(national), await enter(local)];
    await detect();
    await change(b, "phone = '+33536490009', updated_on = '2026-11-19'");
    await detect();
    expect(await service(a)).toMatchObject({ phone: "+33536490009" });
  });

  test("a member that its source no longer lists leads to the one that stands, and says nothing any more", async () => {
    const [a, b] = [await enter(national), await enter({ ...local, phone: "+33536490002" })];
    await detect();
    await change(b, "gone_at = now()");
    await changeStructureOf(b, "gone_at = now()");
    await detect();
    expect(await service(b)).toMatchObject({ phone: "+33536490001", goneAt: undefined, structure: { name: national.structureName } });
    expect(await service(a)).toMatchObject({ foldedInto: undefined });
  });

  test("a member that moves away is separated again", async () => {
    const [a, b] = [await enter(national), await enter(local)];
    await detect();
    const elsewhere =
      "address = '2 place Espagne', postal_code = '23200', commune_name = 'Aubusson', commune_code = '23008', latitude = 45.9557, longitude = 2.1677";
    await changeStructureOf(
      b,
      `${elsewhere}, name = 'Médiathèque d''Aubusson', phone = '+33536490077', mail = 'mediatheque@aubusson.example'`,
    );
    await change(b, elsewhere);
    await detect();
    expect((await service(a))?.foldedInto ?? (await service(b))?.foldedInto).toBeUndefined();
    expect((await house.ground.database.pool.query("select 1 from directory_merge where undone_by = 'machine'")).rowCount).toBe(2);
  });
});

describe("what a human decides", () => {
  test("holds against the machine, whatever is imported afterwards", async () => {
    const [a, b] = [await enter(national), await enter(local)];
    await decide(await propose(a, b), "apart");
    await detect();
    await change(b, "updated_on = '2026-11-19'");
    await detect();
    expect((await service(a))?.foldedInto ?? (await service(b))?.foldedInto).toBeUndefined();
  });

  test("undone by a human, a merge of the machine is not made again", async () => {
    await enter(national);
    await enter(local);
    await detect();
    const { rows } = await house.ground.database.pool.query<{ id: string }>("select id from directory_twin_pair where level = 'structure'");
    expect(await undo(rows[0]?.id ?? "")).toEqual({ kind: "undone" });
    await house.ground.database.pool.query("insert into directory_twin_queue (structure_id) select id from directory_structure");
    await detect();
    expect((await folds()).map((row) => (row as { folded_into: unknown }).folded_into)).toEqual([null, null]);
    expect((await folds("directory_structure")).map((row) => (row as { merged: unknown }).merged)).toEqual([null, null]);
  });

  test("two referents answer at once: one is kept, the other is told who was first", async () => {
    const pair = await propose(await enter(national), await enter(missionLocale));
    const answers = await Promise.all([decide(pair, "apart", ines), decide(pair, "structure", bilal)]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["decided", "decided-before"]);
  });

  test("the same answer of the same person twice is one", async () => {
    const pair = await propose(await enter(national), await enter(missionLocale));
    expect([await decide(pair, "structure"), await decide(pair, "structure")]).toEqual([{ kind: "decided" }, { kind: "decided" }]);
    expect((await house.ground.database.pool.query("select 1 from directory_merge")).rowCount).toBe(1);
  });

  test("after thirty days it can no longer be undone", async () => {
    const pair = await propose(await enter(national), await enter(missionLocale));
    await decide(pair, "structure");
    house.setClock("2026-12-21T09:00:01Z");
    expect(await undo(pair)).toMatchObject({ kind: "too-late" });
    house.setClock("2026-12-20T08:59:00Z");
    expect(await undo(pair)).toEqual({ kind: "undone" });
    expect(await undo(pair)).toEqual({ kind: "nothing-to-undo" });
  });

  test("never puts together, by a chain, two rows said to be two, without being told", async () => {
    const [a, b, c] = [await enter(national), await enter(local), await enter(missionLocale)];
    await decide(await propose(a, c), "apart");
    await decide(await propose(a, b), "structure");
    expect(await decide(await propose(b, c), "structure")).toMatchObject({ kind: "contradicts" });
  });

  test("« je ne sais pas » leaves the list, and may still be answered", async () => {
    const pair = await propose(await enter(national), await enter(missionLocale));
    await decide(pair, "left", bilal);
    expect(await inShared(house.ground, (work) => waitingPairs(work, 10))).toEqual([]);
    expect(await decide(pair, "apart")).toEqual({ kind: "decided" });
  });

  test("a service cannot be answered for a structure", async () => {
    expect(await decide(await propose(await enter(national), await enter(missionLocale)), "service")).toEqual({ kind: "not-an-answer" });
    expect(await decide("3", "apart")).toEqual({ kind: "unknown" });
  });

  test("several merges undone in any order give back exactly what was before", async () => {
    const ids = [await enter(national), await enter(local), await enter(missionLocale)] as const;
    await house.ground.database.pool.query("delete from directory_twin_queue");
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const before = [await folds("directory_structure"), await folds()];
      const pairs = [await propose(ids[0], ids[1]), await propose(ids[1], ids[2])];
      for (const pair of pairs) await decide(pair, "structure");
      expect(await folds("directory_structure")).not.toEqual(before[0]);
      for (const at of order) await undo(pairs[at] ?? "");
      expect([await folds("directory_structure"), await folds()]).toEqual(before);
    }
  });
});

describe("the same place is not the same structure", () => {
  test("France services and the Mission locale of one house are told of each other, and stay two", async () => {
    const [a, c] = [await enter(national), await enter(missionLocale)];
    await decide(await propose(a, c, "place"), "place");
    expect(await inShared(house.ground, (work) => othersAtPlace(work, a))).toMatchObject([
      { structureName: "Mission locale de la Creuse", services: [{ id: c, name: "Accompagnement des jeunes" }] },
    ]);
    expect((await service(c))?.foldedInto).toBeUndefined();
  });

  test("the machine sees by itself that they stand behind one door", async () => {
    const [a, c] = [await enter(national), await enter(missionLocale)];
    expect(await detect()).toMatchObject({ waiting: 0, found: { structure: { doublon: 0 } } });
    expect(await inShared(house.ground, (work) => othersAtPlace(work, c))).toMatchObject([{ structureName: national.structureName }]);
    expect((await service(a))?.foldedInto).toBeUndefined();
  });
});

describe("what the database itself refuses", () => {
  test("a row that folds into a row that is folded", async () => {
    const [a, b, c] = [await enter(national), await enter(local), await enter(missionLocale)];
    await change(b, `folded_into = '${a}'`);
    await expect(change(c, `folded_into = '${b}'`)).rejects.toMatchObject({ constraint: "service_folds_once" });
    await expect(change(a, `folded_into = '${c}'`)).rejects.toMatchObject({ constraint: "service_folds_once" });
  });
  test("a merge of one, and a pair twice", async () => {
    const [a, b] = [await enter(national), await enter(local)];
    await expect(
      house.ground.database.pool.query(
        "insert into directory_merge (level, members, decided_by, decided_at, undo_until) values ('structure', array[$1::uuid], 'human', now(), now() + interval '30 days')",
        [a],
      ),
    ).rejects.toMatchObject({ constraint: "merge_has_two_members" });
    await expect(
      house.ground.database.pool.query(
        "insert into directory_twin_pair (a, b, level, proposed_level, class, score, evidence, found_at) values ($1, $2, 'service', 'service', 'doublon', 1, '[]', now())",
        [b, a],
      ),
    ).rejects.toMatchObject({ constraint: "twin_pair_in_order" });
  });
});

test("a commissioner's work reads the merged service as a shared one does, and no table of twins holds a person", async () => {
  const id = await enter(national);
  await enter(local);
  await detect();
  const shared = await service(id);
  expect(await inCommissioner(house.ground, house.caisse.counsellor, (work) => findService(work, id))).toEqual(shared);
  const { rows } = await sql<{ said: string }>`
    select obj_description(c.oid) as said from pg_class c where c.relname in ('directory_twin_pair', 'directory_merge', 'directory_twin_queue')`.execute(
    house.ground.database.db,
  );
  expect(rows.every(({ said }) => said.includes("shared."))).toBe(true);
});
