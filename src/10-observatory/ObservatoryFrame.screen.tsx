import type { ReactElement, ReactNode } from "react";
import { ObservatoryPage } from "#ground/screens";
import { observatoryWords } from "./observatory.words.ts";

const { menu } = observatoryWords.fr;

interface FrameProps {
  readonly title: string;
  readonly description?: string;
  readonly version: string;
  readonly demonstration: boolean;
  readonly current: string;
  readonly children: ReactNode;
}

/** Cadre des pages de l'observatoire : its menu names only the pages that are there. */
export const ObservatoryFrame = (frame: FrameProps): ReactElement => (
  <ObservatoryPage
    {...frame}
    menu={[
      { href: "/observatoire", label: menu.latest },
      { href: "/observatoire/mois", label: menu.months },
      { href: "/observatoire#donnees", label: menu.data },
      { href: "/observatoire#methode", label: menu.method },
    ]}
  />
);
