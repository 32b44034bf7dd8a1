import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { maskingVersion } from "#engines/words";
import { goRound, inCommissioner, workOnce, type Work } from "#ground/server";
import { addContactPoint, addPerson, consentsOf, joinHousehold, recordConsent, withdrawConsent } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { smallModel } from "../../house/testing/small-model.ts";
import {
  addNeed,
  closeExchange,
  flagUrgency,
  houseModelPlace,
  maskedTextOf,
  maskNotes,
  noteEmotion,
  openExchange,
  readModelAt,
  saveNotes,
  situationDuties,
  situationOfContact,
  taughtTexts,
  useModel,
  wordsMasker,
  type TextReader,
  verdictCounts,
} from "./server.ts";
import { askForMasking } from "./mask-notes.action.ts";
import { notesOf, notesToMask } from "./notes.store.ts";

let house: TestHouse;
beforeAll(async () => {
  useModel(smallModel());
  house = await openTestHouse();
});
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});
afterAll(async () => {
  useModel(readModelAt(houseModelPlace)); // files share one process
  await house.close();
});

const asCounsellor = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const round = (name: string) => {
  const found = situationDuties.rounds.find((each) => each.name === name);
  if (!found) throw new Error(`no round ${name}`);
  return goRound(house.ground, found);
};
/** Whatever jobs and news wait is done. */
const settle = () => workOnce(house.ground, situationDuties);

/** Masks for real, and finds nothing else: what humans and plain words say is then alone. */
const plainReader: TextReader = {
  analyse: (text, context) => ({
    masked: wordsMasker()(text, context),
    language: "french",
    urgency: 0,
    motives: [],
    needs: [],
    fragilities: [],
  }),
  maskingVersion,
};

interface Told {
  readonly text: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly birthDate?: string;
  readonly consent?: "yes" | "no";
}
/** A call whose notes are written. */
const listen = (work: Work, { text, firstName = "Awa", lastName = "Diallo", birthDate, consent }: Told) =>
  (async () => {
    const personId = await addPerson(work, { firstName, lastName, birthDate });
    await addContactPoint(work, personId, { channel: "phone", value: "+33639983344" });
    if (consent) await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: consent, mode: "oral" });
    return { personId, ...(await talk(work, personId, text)) };
  })();
const talk = async (work: Work, personId: string, text: string) => {
  const contactId = await openContact(work, { channel: "call", direction: "in", personId });
  const situationId = (await openExchange(work, contactId))?.situationId ?? "";
  await saveNotes(work, { contactId, text, revision: 0 });
  return { contactId, situationId };
};
const shared = (work: Work) =>
  work.rows(sql<{ text: string }>`select text from situation_shared_text where commissioner_id = ${work.commissionerId}`);
const quotable = (work: Work) =>
  work.rows(sql<{ text: string }>`select text from situation_quotable where commissioner_id = ${work.commissionerId}`);
const giveVerdict = (work: Work, of: { contactId: string; situationId: string }, label: string, verdict: string, at = work.now) =>
  work.run(sql`
    insert into situation_verdict (commissioner_id, situation_id, contact_id, kind, label, verdict, model_version, taxonomy_version, given_at, given_by)
    values (${work.commissionerId}, ${of.situationId}, ${of.contactId}, 'need', ${label}, ${verdict}, 'small', '1', ${at}, ${house.mutuelle.counsellor.staffId})`);
/** Everything written outside the raw notes, as one text. */
const everythingWritten = async (): Promise<string> => {
  const tables = [
    "situation_masked",
    "situation_example",
    "situation_leak",
    "situation_token",
    "situation_review",
    "ground_outbox",
    "ground_audit",
    "graphile_worker._private_jobs",
  ];
  const { pool } = house.ground.database;
  const parts = await Promise.all(tables.map(async (table) => JSON.stringify((await pool.query(`select * from ${table}`)).rows)));
  const facts = await pool.query("select * from observatory.fact");
  return [...parts, JSON.stringify(facts.rows)].join("\n");
};

const gain = "je m'appelle Awa Diallo, 0639983344, je n'ai plus rien à manger";

describe("case 14: raw words are scrubbed, purged at day 90, and the scrubbed text survives", () => {
  test("no name, no number; fear 2 and food noted by the human; raw gone at day 90; the masked text stays", async () => {
    const of = await asCounsellor(async (work) => {
      const heard = await listen(work, { text: gain, consent: "yes" });
      await noteEmotion(work, { ...heard, emotion: "peur", intensity: 2 });
      await addNeed(work, { situationId: heard.situationId, need: "alimentaire", origin: "expressed" });
      const next = { what: "Rappeler", at: new Date("2026-11-21T09:00:00Z"), ownerId: house.mutuelle.counsellor.staffId };
      expect(await closeExchange(work, { contactId: heard.contactId, nextAction: next }, [])).toEqual({ kind: "closed" });
      return heard;
    });
    await settle();
    const masked = await asCounsellor((work) => maskedTextOf(work, of.contactId));
    expect(masked?.text).toBe("je m'appelle [NOM_1], [TEL], je n'ai plus rien à manger");
    expect(await asCounsellor(shared)).toEqual([{ text: masked?.text }]);
    const noted = await asCounsellor(async (work) => ({
      emotions: await work.rows(sql`select emotion, intensity from situation_emotion where contact_id = ${of.contactId}`),
      needs: await work.rows(sql`select theme, need from situation_need where situation_id = ${of.situationId}`),
    }));
    expect(noted).toEqual({ emotions: [{ emotion: "peur", intensity: 2 }], needs: [{ theme: "essentiels", need: "alimentaire" }] });

    house.setClock("2027-02-18T17:00:00Z");
    for (const each of situationDuties.rounds) await goRound(house.ground, each);
    await settle();
    expect(await asCounsellor((work) => notesOf(work, of.contactId))).toMatchObject({ text: "", isPurged: true });
    expect((await asCounsellor((work) => maskedTextOf(work, of.contactId)))?.text).toBe(masked?.text);
    expect(await everythingWritten()).not.toMatch(/awa|diallo|0639983344|639983344/i);
  });

  test("an exchange that nobody closed is masked all the same, an hour after the last word", async () => {
    const { contactId } = await asCounsellor((work) => listen(work, { text: gain }));
    const later = async (instant: string) => {
      house.setClock(instant);
      await round("mask-notes");
      await settle();
      return asCounsellor((work) => maskedTextOf(work, contactId));
    };
    expect(await later("2026-11-20T16:30:00Z")).toBeUndefined();
    expect(await later("2026-11-20T17:15:00Z")).toBeDefined();
  });
});

describe("observatory 1: nothing that names somebody leaves the raw notes", () => {
  const secrets = {
    name: "Awa Diallo",
    spoken: "zéro six trente-neuf quatre-vingt-dix-huit trente-trois quarante-quatre",
    nir: "2 90 05 38 185 042 17",
    iban: "FR76 3000 4000 0312 3456 7890 144",
    address: "12 rue des Tilleuls",
    employer: "Fonderie Marchetti",
  };
  const text = `Appel de ${secrets.name}. Rappeler au ${secrets.spoken}. NIR ${secrets.nir}. IBAN ${secrets.iban}. Habite ${secrets.address} 38000 Grenoble. Travaille chez ${secrets.employer}. Awa a peur de perdre son logement.`;

  test("neither in the masked text, nor in a log, nor in the news", async () => {
    const lines: string[] = [];
    const ground = { ...house.ground, log: pino({ level: "trace" }, { write: (line: string) => lines.push(line) }) };
    const { contactId } = await inCommissioner(ground, house.mutuelle.counsellor, async (work) => {
      const heard = await listen(work, { text, consent: "yes" });
      await askForMasking(work, heard.contactId);
      return heard;
    });
    await workOnce(ground, situationDuties);
    const masked = (await asCounsellor((work) => maskedTextOf(work, contactId)))?.text ?? "";
    expect(masked).toMatch(/\[NOM_1\].*\[TEL\].*\[NIR\].*\[IBAN\].*\[ADRESSE\]/s);
    const written = `${masked}\n${await everythingWritten()}\n${lines.join("\n")}`.toLowerCase();
    for (const secret of ["diallo", "awa", "trente-neuf", "2 90 05", "3000 4000", "tilleuls", "marchetti"])
      expect(written, secret).not.toContain(secret);
  });

  test("the same person keeps the same token in the file, and only there", async () => {
    const texts = await asCounsellor(async (work) => {
      const { personId, contactId } = await listen(work, { text: "Mme Diallo dit que Karim Diallo, son mari, ne paie plus." });
      const karim = await addPerson(work, { firstName: "Karim", lastName: "Diallo" });
      await joinHousehold(work, personId, karim);
      const second = await talk(work, personId, "Karim est revenu. Awa Diallo a peur de Karim Diallo.");
      const elsewhere = await listen(work, {
        text: "Karim Benali est seul. Il cherche Awa Diallo.",
        firstName: "Karim",
        lastName: "Benali",
      });
      const masked: string[] = [];
      for (const id of [contactId, second.contactId, elsewhere.contactId]) {
        await maskNotes(work, id);
        masked.push((await maskedTextOf(work, id))?.text ?? "");
      }
      return masked;
    });
    expect(texts).toEqual([
      "Mme [NOM_1] dit que [NOM_2], son mari, ne paie plus.",
      "[NOM_2] est revenu. [NOM_1] a peur de [NOM_2].",
      "[NOM_1] est seul. Il cherche [NOM_2].",
    ]);
  });

  test.each([
    ["another language", "She lost her job last month and cannot pay the rent any more, her name is Awa Diallo.", "not-french"],
    ["nothing written", "   ", "nothing-to-mask"],
  ])("nothing is kept of %s, and it is not read again", async (_, text, kind) => {
    const { contactId } = await asCounsellor((work) => listen(work, { text, consent: "yes" }));
    expect(await asCounsellor((work) => maskNotes(work, contactId))).toBe(kind);
    expect((await asCounsellor((work) => maskedTextOf(work, contactId)))?.text).toBe("");
    house.setClock("2026-11-20T18:00:00Z");
    expect(await asCounsellor((work) => notesToMask(work, maskingVersion, 500))).not.toContain(contactId);
    expect((await asCounsellor(shared)).map((each) => each.text)).not.toContain("");
  });

  test("notes changed since are masked again", async () => {
    const text = await asCounsellor(async (work) => {
      const { contactId } = await listen(work, { text: "Elle cherche un logement." });
      await maskNotes(work, contactId);
      await saveNotes(work, { contactId, text: "Elle cherche un logement. Rappeler Awa.", revision: 1 });
      await maskNotes(work, contactId);
      return (await maskedTextOf(work, contactId))?.text;
    });
    expect(text).toBe("Elle cherche un logement. Rappeler [NOM_1].");
  });
});

describe("observatory 5: an emergency, a minor's words or violence are never quoted", () => {
  const calm = "Je ne comprends pas le courrier de la caisse de retraite.";
  test.each<[string, Told, ((work: Work, situationId: string) => Promise<unknown>) | undefined, boolean]>([
    ["a calm text may be", { text: calm }, undefined, true],
    ["without consent, none", { text: calm, consent: "no" }, undefined, false],
    [
      "urgency 3 flagged by a human",
      { text: calm },
      (work, situationId) => flagUrgency(work, { situationId, level: 3, motives: ["suicide"] }),
      false,
    ],
    ["violence told", { text: "Il me frappe quand il rentre." }, undefined, false],
    [
      "violence noted",
      { text: calm },
      (work, situationId) => addNeed(work, { situationId, need: "violences_conj", origin: "detected" }),
      false,
    ],
    ["a person of 15", { text: calm, birthDate: "2011-03-02" }, undefined, false],
    ["« je suis collégienne »", { text: "Je suis collégienne et je ne sais pas à qui parler." }, undefined, false],
  ])("%s", async (_, told, noted, may) => {
    const { contactId } = await asCounsellor(async (work) => {
      const heard = await listen(work, { consent: "yes", ...told });
      await noted?.(work, heard.situationId);
      await maskNotes(work, heard.contactId, plainReader);
      return heard;
    });
    const found = await asCounsellor((work) =>
      work.rows(sql`
        select q.id from situation_quotable q
        join situation_masked m on m.commissioner_id = q.commissioner_id and m.id = q.id
        where m.contact_id = ${contactId}`),
    );
    expect(found).toHaveLength(may ? 1 : 0);
  });

  test("a danger flagged afterwards silences the text, and taking it back does not", async () => {
    const seen = await asCounsellor(async (work) => {
      const { contactId, situationId } = await listen(work, { text: calm, consent: "yes" });
      await maskNotes(work, contactId, plainReader);
      const before = (await maskedTextOf(work, contactId))?.mayBeQuoted;
      await flagUrgency(work, { situationId, level: 3, motives: [] });
      await flagUrgency(work, { situationId, level: 0, motives: [] });
      await maskNotes(work, contactId, plainReader);
      return [before, (await maskedTextOf(work, contactId))?.mayBeQuoted];
    });
    expect(seen).toEqual([true, false]);
  });

  test("the database refuses whoever would say otherwise", async () => {
    const { contactId } = await asCounsellor(async (work) => {
      const heard = await listen(work, { text: "Il me frappe.", consent: "yes" });
      await maskNotes(work, heard.contactId, plainReader);
      return heard;
    });
    const tried = asCounsellor((work) => work.run(sql`update situation_masked set may_be_quoted = true where contact_id = ${contactId}`));
    await expect(tried).rejects.toMatchObject({ code: "428C9" });
    await asCounsellor((work) =>
      work.run(
        sql`update situation_masked set speaks_of_violence = false, urgency = 0, is_of_minor = false where contact_id = ${contactId}`,
      ),
    );
    expect((await asCounsellor((work) => maskedTextOf(work, contactId)))?.mayBeQuoted).toBe(false);
    await expect(asCounsellor((work) => work.run(sql`insert into situation_quotable (text) values ('x')`))).rejects.toThrow();
    expect(JSON.stringify(await asCounsellor(quotable))).not.toContain("frappe");
  });
});

describe("observatory 6: corrections teach, with her consent only", () => {
  test("what was withdrawn and added becomes examples, with versions, day, and an author nobody can name", async () => {
    const of = await asCounsellor(async (work) => {
      const heard = await listen(work, { text: "On m'a coupé le gaz et je dors mal.", consent: "yes" });
      await giveVerdict(work, heard, "energie", "kept");
      await giveVerdict(work, heard, "mal_etre", "refused");
      await giveVerdict(work, heard, "loyer", "added");
      await maskNotes(work, heard.contactId);
      return heard;
    });
    const rows = await asCounsellor((work) =>
      work.rows<{ label: string; verdict: string; given_on: string; author: Buffer; model_version: string; masking_version: string }>(sql`
        select e.label, e.verdict, e.given_on, e.author, e.model_version, e.masking_version
        from situation_example e
        join situation_masked m on m.commissioner_id = e.commissioner_id and m.id = e.masked_id
        where m.contact_id = ${of.contactId}
        order by e.place`),
    );
    expect(rows.map(({ author: _, ...row }) => row)).toEqual(
      [
        ["energie", "kept"],
        ["mal_etre", "refused"],
        ["loyer", "added"],
      ].map(([label, verdict]) => ({ label, verdict, given_on: "2026-11-20", model_version: "small", masking_version: "1" })),
    );
    expect(new Set(rows.map((row) => row.author.toString("hex"))).size).toBe(1);
    expect(rows[0]?.author.toString("hex")).not.toBe(house.mutuelle.counsellor.staffId.replaceAll("-", ""));
    expect(await asCounsellor((work) => verdictCounts(work, new Date("2026-01-01")))).toContainEqual({
      month: "2026-11",
      kind: "need",
      verdict: "refused",
      count: 1,
    });
  });

  test("no consent, no example; given afterwards, what was noted is learned from; a later verdict too", async () => {
    const of = await asCounsellor(async (work) => {
      const heard = await listen(work, { text: "Le chauffage est coupé chez la voisine du troisième." });
      await giveVerdict(work, heard, "energie", "kept");
      await maskNotes(work, heard.contactId);
      return heard;
    });
    const taught = async () =>
      (await asCounsellor(taughtTexts))
        .filter(({ text }) => text.includes("voisine du troisième"))
        .flatMap(({ verdicts }) => verdicts.map(({ label }) => label));
    expect(await taught()).toEqual([]);
    await asCounsellor((work) =>
      recordConsent(work, { personId: of.personId, purpose: "verbatim_observatory", answer: "yes", mode: "oral" }),
    );
    await settle();
    expect(await taught()).toEqual(["energie"]);
    await asCounsellor((work) => giveVerdict(work, of, "energie", "withdrawn"));
    await round("watch-text-consent");
    expect(await taught()).toEqual(["energie", "energie"]);
  });
});

describe("observatory 20: when she objects, her texts leave at once", () => {
  const given = () =>
    asCounsellor(async (work) => {
      const heard = await listen(work, { text: "Je vis dans une cabane au fond du pré.", consent: "yes" });
      await giveVerdict(work, heard, "mal_loge", "added");
      await maskNotes(work, heard.contactId);
      return heard;
    });
  const leftOf = async () => (await everythingWritten()).includes("cabane au fond");

  test.each([["she takes back her yes"], ["she says no later"]])("%s", async (how) => {
    const { personId, contactId } = await given();
    expect(await leftOf()).toBe(true);
    await asCounsellor(async (work) => {
      if (how === "she says no later") await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "no", mode: "oral" });
      else for (const consent of await consentsOf(work, personId)) await withdrawConsent(work, consent.id);
    });
    await settle();
    expect(await leftOf()).toBe(false);
    // The raw notes stay for who listens, until day 90, and are not masked again.
    expect(await asCounsellor((work) => maskNotes(work, contactId))).toBe("she-said-no");
    expect((await asCounsellor((work) => notesOf(work, contactId))).text).not.toBe("");
    const log = await asCounsellor((work) =>
      work.rows<{ purpose: string }>(sql`select purpose from ground_audit where object_id = ${personId} and action = 'withdraw texts'`),
    );
    expect(log).toEqual([{ purpose: "objection; published figures stay" }]);
  });

  test("news that was lost is made up for by the hourly round", async () => {
    const { personId } = await given();
    await asCounsellor(async (work) => {
      await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "no", mode: "oral" });
      expect(await work.rows(sql`select id from situation_shared_text where text like '%cabane%'`)).toEqual([]);
    });
    await round("watch-text-consent");
    expect(await leftOf()).toBe(false);
    await settle();
  });

  test("it touches nobody else's", async () => {
    const other = await given();
    const { personId } = await given();
    await asCounsellor((work) => recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "no", mode: "oral" }));
    await settle();
    expect(await asCounsellor((work) => maskedTextOf(work, other.contactId))).toBeDefined();
    expect(await asCounsellor((work) => situationOfContact(work, other.contactId))).toBeDefined();
  });
});
