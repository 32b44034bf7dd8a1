import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { CommissionerFields } from "./commissioner.contract.ts";
import { ownCommissioner } from "./commissioner.store.ts";
import { idOf } from "./id.ts";
import type { ImageType } from "./image-type.ts";
import { once } from "./once.store.ts";
import type { Staff } from "./staff.store.ts";
import { constraintOf, inCommissioner, type Actor, type Ground } from "./work.store.ts";

export type SavedCommissioner =
  | { readonly kind: "saved" }
  | { readonly kind: "taken"; readonly field: "slug" | "host" }
  /** The same form came back with another content. */
  | { readonly kind: "key-reused" };

/** An administrator acts for any service, and every deed is written in the log of that service. */
export const administratorOf = (staff: Staff, commissionerId: string): Actor => ({
  kind: "staff",
  staffId: staff.id,
  commissionerId: idOf<"Commissioner">(commissionerId),
  roles: [],
});

/** Ouvrir un service. The key of the form becomes its identifier: sent twice, it opens one. */
export const addCommissioner = (ground: Ground, by: Staff, key: string, fields: CommissionerFields): Promise<SavedCommissioner> =>
  answeringTaken(() =>
    inCommissioner(ground, administratorOf(by, key), async (work) => {
      const added = await work.run(sql`
        insert into ground_commissioner (id, slug, kind, name, color, phone, phone_price, host, opening_hours, promise_kind,
          promise_amount, callback_places, retention_months, asks_about_danger, created_at)
        values (${key}, ${fields.slug}, ${fields.kind}, ${fields.name}, ${fields.color}, ${fields.phone}, ${fields.phonePrice},
          ${fields.host ?? null}, ${JSON.stringify(fields.openingHours)}, ${fields.promiseKind}, ${fields.promiseAmount},
          ${fields.callbackPlaces}, ${fields.retentionMonths}, ${fields.asksAboutDanger}, ${work.now})
        on conflict (id) do nothing`);
      if (added === 1) work.audit({ action: "add service", objectKind: "commissioner", objectId: key });
      return { kind: "saved" };
    }),
  );

/** Changer un service. The log says which fields changed, not what they hold. */
export const editCommissioner = (
  ground: Ground,
  by: Staff,
  asked: { readonly id: string; readonly key: string; readonly fields: CommissionerFields },
): Promise<SavedCommissioner> =>
  answeringTaken(() =>
    inCommissioner(ground, administratorOf(by, asked.id), async (work) => {
      const { fields } = asked;
      const answer = await once(work, { key: asked.key, route: "edit-commissioner", content: fields }, async () => {
        const before = await ownCommissioner(work);
        await work.run(sql`
          update ground_commissioner
          set slug = ${fields.slug}, kind = ${fields.kind}, name = ${fields.name}, color = ${fields.color}, phone = ${fields.phone},
              phone_price = ${fields.phonePrice}, host = ${fields.host ?? null}, opening_hours = ${JSON.stringify(fields.openingHours)},
              promise_kind = ${fields.promiseKind}, promise_amount = ${fields.promiseAmount}, callback_places = ${fields.callbackPlaces},
              retention_months = ${fields.retentionMonths}, asks_about_danger = ${fields.asksAboutDanger}
          where id = ${asked.id}`);
        work.audit({
          action: "edit service",
          objectKind: "commissioner",
          objectId: asked.id,
          purpose: changedFields(before, await ownCommissioner(work)),
        });
        return {};
      });
      return answer.kind === "key-reused" ? answer : { kind: "saved" };
    }),
  );

const changedFields = (before: object, after: object): string => {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value));
  return changed.map(([name]) => name).join(", ") || "nothing";
};

/** Changer le logo. The kind of image was read from its bytes. */
export const changeLogo = (
  ground: Ground,
  by: Staff,
  asked: { readonly id: string; readonly key: string; readonly bytes: Buffer; readonly type: ImageType },
): Promise<SavedCommissioner> =>
  inCommissioner(ground, administratorOf(by, asked.id), async (work) => {
    const content = createHash("sha256").update(asked.bytes).digest("hex");
    const answer = await once(work, { key: asked.key, route: "change-logo", content }, async () => {
      await work.run(sql`update ground_commissioner set logo = ${asked.bytes}, logo_type = ${asked.type} where id = ${asked.id}`);
      work.audit({ action: "change logo", objectKind: "commissioner", objectId: asked.id });
      return {};
    });
    return answer.kind === "key-reused" ? answer : { kind: "saved" };
  });

const answeringTaken = async (save: () => Promise<SavedCommissioner>): Promise<SavedCommissioner> => {
  try {
    return await save();
  } catch (failure) {
    const constraint = constraintOf(failure);
    if (constraint === "commissioner_slug_unique") return { kind: "taken", field: "slug" };
    if (constraint === "commissioner_host_unique") return { kind: "taken", field: "host" };
    throw failure;
  }
};
