import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inCommissioner } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addContactPoint, addPerson, findPerson, searchPersons } from "./person.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe("a person is found again", () => {
  test.each(["06 39 98 33 44", "+33639983344", "0639983344", "awa", "diallo a", "DIAL"])("by « %s »", async (asked) => {
    const found = await inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
      const id = await addPerson(work, { firstName: "Awa", lastName: "Diallo", birthDate: "1990-05-01", communeCode: "38185" });
      await addContactPoint(work, id, { channel: "phone", value: "+33639983344" });
      return { id, hits: await searchPersons(work, asked), person: await findPerson(work, id) };
    });
    expect(found.hits.map((hit) => hit.id)).toContain(found.id);
    expect(found.person?.contactPoints[0]?.value).toBe("+33639983344");
  });
});
