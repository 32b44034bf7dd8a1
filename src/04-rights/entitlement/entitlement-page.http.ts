import { notFound, type Work } from "#ground/server";
import type { EntitlementPageShown } from "./entitlement.contract.ts";
import { showPage } from "./entitlement-shown.store.ts";
import { findEntitlement } from "./entitlement.store.ts";

/** The page of a right or a card, as the desk shows it after each gesture; the reading is written. */
export const readPage = async (work: Work, id: string, isPlugged: boolean): Promise<EntitlementPageShown> => {
  const entitlement = await findEntitlement(work, id);
  const page = entitlement && (await showPage(work, entitlement, isPlugged));
  if (!page) throw notFound();
  work.audit({ action: "read file", objectKind: "person", objectId: page.personId, purpose: "cards" });
  return page;
};
