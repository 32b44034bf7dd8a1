import type { ReactElement } from "react";
import { mayDo } from "#ground";
import { BenefitsDesk } from "#rights/screens";
import type { Session } from "./session.ts";

/** Aides locales : kept by some, read by all who look for an answer. */
export const BenefitsPage = ({ session }: { readonly session: Session }): ReactElement => (
  <BenefitsDesk mayKeep={session.memberships.some(({ roles }) => mayDo(roles, "keep-benefits"))} />
);
