import { createHash } from "node:crypto";
import { sql } from "kysely";
import { pino } from "pino";
import { inject } from "vitest";
import { idOf, type Id, type Role } from "#ground";
import { connect, inShared, keysFrom, type Actor, type Ground } from "#ground/server";

/** A house of its own for one test file: its database, a clock that stands still until it is set, chance from a seed. */
export interface TestHouse {
  readonly ground: Ground;
  /** Sets the clock: "2026-11-20T17:00" is read in UTC unless it says otherwise. */
  setClock(instant: string | Date): void;
  readonly mutuelle: TestCommissioner;
  readonly caisse: TestCommissioner;
  close(): Promise<void>;
}

export interface TestCommissioner {
  readonly id: Id<"Commissioner">;
  readonly slug: string;
  readonly counsellor: Actor & { readonly kind: "staff" };
  readonly supervisor: Actor & { readonly kind: "staff" };
  readonly system: Actor;
}

/** The two commissioners of the scenarios: « Mutuelle des Alpes » (m1) and « Caisse retraite Ouest » (c2). */
export const openTestHouse = async (options: { readonly now?: string } = {}): Promise<TestHouse> => {
  const url = inject("postgresUrl");
  const admin = connect(url, 1);
  const name = `t_${createHash("sha256").update(`${process.pid}${performance.now()}${process.hrtime.bigint()}`).digest("hex").slice(0, 16)}`;
  await admin.pool.query(`create database ${name} template tu_template`);
  await admin.close();
  const database = connect(url.replace(/postgres$/, name), 8);
  let now = new Date(options.now ?? "2026-11-20T16:00:00Z");
  const ground: Ground = {
    database,
    keys: keysFrom(createHash("sha256").update("a master key for tests").digest()),
    log: pino({ level: process.env["TU_TEST_LOG"] ?? "silent" }),
    baseUrl: () => "http://127.0.0.1:21960",
    clock: () => now,
    draw: seededBytes(name),
  };
  const house = {
    ground,
    setClock: (instant: string | Date) => {
      now = new Date(instant);
    },
    mutuelle: await addCommissioner(ground, {
      slug: "mutuelle-des-alpes",
      kind: "mutual",
      name: "Mutuelle des Alpes",
      color: "#7a1f5c",
      phone: "01 99 00 12 34",
    }),
    caisse: await addCommissioner(ground, {
      slug: "caisse-retraite-ouest",
      kind: "pension",
      name: "Caisse retraite Ouest",
      color: "#0b5c6b",
      phone: "02 61 91 12 34",
    }),
    close: () => database.close(),
  };
  return house;
};

/** Chance from a seed: the same house draws the same bytes. */
export const seededBytes = (seed: string): Ground["draw"] => {
  let count = 0;
  return (bytes) => {
    const parts: Buffer[] = [];
    for (let length = 0; length < bytes; length += 32) parts.push(createHash("sha256").update(`${seed} ${count++}`).digest());
    return Buffer.concat(parts).subarray(0, bytes);
  };
};

const alwaysOpen = Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, [{ from: "09:00", to: "19:00" }]]));

export const addCommissioner = async (
  ground: Ground,
  given: { readonly slug: string; readonly kind: string; readonly name: string; readonly color: string; readonly phone: string },
): Promise<TestCommissioner> => {
  const id = await inShared(ground, async (work) => {
    const row = await work.one(sql<{ id: string }>`
      insert into ground_commissioner (slug, kind, name, color, phone, opening_hours)
      values (${given.slug}, ${given.kind}, ${given.name}, ${given.color}, ${given.phone}, ${JSON.stringify({ ...alwaysOpen, "6": [], "7": [] })})
      returning id`);
    return idOf<"Commissioner">(row.id);
  });
  return {
    id,
    slug: given.slug,
    counsellor: await addStaff(ground, id, `Inès Caron (${given.slug})`, `ines@${given.slug}.example`, ["counsellor"]),
    supervisor: await addStaff(ground, id, `Sonia Lebrun (${given.slug})`, `sonia@${given.slug}.example`, ["supervisor"]),
    system: { kind: "system", commissionerId: id },
  };
};

/** A member of staff with no password worth the name: tests act in their name without signing in. */
export const addStaff = (
  ground: Ground,
  commissionerId: Id<"Commissioner">,
  name: string,
  mail: string,
  roles: readonly Role[],
): Promise<Actor & { readonly kind: "staff" }> =>
  inShared(ground, async (work) => {
    const { id } = await work.one(
      sql<{ id: string }>`insert into ground_staff (name, mail, password_hash) values (${name}, ${mail}, 'none') returning id`,
    );
    for (const role of roles)
      await work.run(
        sql`insert into ground_membership (staff_id, commissioner_id, role, since) values (${id}, ${commissionerId}, ${role}, '2020-01-01')`,
      );
    return { kind: "staff", staffId: idOf<"Staff">(id), commissionerId, roles };
  });

export {
  hangUp,
  oneAfterTheOther,
  openModelDouble,
  says,
  saysText,
  silence,
  status,
  type AskedOfDouble,
  type ModelDouble,
} from "./model-double.ts";
export { heldByRegisters, openRegisterDouble, type KnownToRegisters, type RegisterDouble, type RegisterMood } from "./register-double.ts";
