import { readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Bars, LengthBar, ShareBar } from "./Bars.screen.tsx";
import { EmotionMap } from "./EmotionMap.screen.tsx";
import { emotionCentre, emotionMap, emotionPlaces, type EmotionId } from "./emotion-places.ts";
import { ExpressedDetected } from "./ExpressedDetected.screen.tsx";
import { Button, ButtonLink, CheckboxGroup, ErrorSummary, Form, Hidden, RadioGroup, Select, TextArea, TextField } from "./Form.screen.tsx";
import { Domain, Icon } from "./Icon.screen.tsx";
import { domainIds, iconNames } from "./icon-paths.ts";
import { brandRule, ObservatoryPage, PublicPage, telephoneLink, type Brand } from "./Page.screen.tsx";

const brand: Brand = { name: "Mutuelle des Alpes", color: "#7a1f5c", phone: "01 99 00 12 34", slug: "mutuelle-des-alpes" };
const choices = [
  { value: "matin", label: "Demain, 9 h à 9 h 15" },
  { value: "inconnu", label: "Je ne sais pas", hint: "Nous choisissons pour vous." },
];
const table = {
  caption: "Besoins du mois",
  columns: ["Besoin", "Part"],
  rows: [
    ["Facture d'énergie", "24 %"],
    ["Retraite", "< 11"],
  ],
};
const csv = { href: "/observatoire/2026-10/besoins.csv", name: "besoins.csv" };
const hour = { name: "creneau", label: "Quand vous appeler ?", choices };
const phone = { name: "telephone", label: "Votre téléphone" };

const formPage = (
  <PublicPage
    title="Être rappelé"
    brand={brand}
    prefix="/s/mutuelle-des-alpes"
    version="7f3a"
    demonstration
    back="/s/mutuelle-des-alpes"
    hasErrors
  >
    <ErrorSummary
      errors={[
        { field: "creneau", message: "Choisissez un créneau." },
        { field: "telephone", message: "Indiquez un numéro." },
      ]}
    />
    <Form action="/rappel">
      <RadioGroup {...hour} isPageTitle error="Choisissez un créneau." hint="Nous appelons d'un numéro en 01 99." />
      <TextField {...phone} type="tel" hint="Dix chiffres." error="Indiquez un numéro." value="06 39" />
      <TextArea name="mot" label="Un mot pour nous" hint="Si vous le voulez." />
      <Select name="commune" label="Votre commune" choices={[{ value: "38563", label: "Voiron" }]} />
      <CheckboxGroup name="accords" label="Vos accords" choices={[{ value: "sms", label: "Un SMS la veille" }]} values={["sms"]} />
      <Hidden name="etape" value="1" />
      <Button>Continuer</Button>
      <ButtonLink href={telephoneLink("01 99 00 12 34")} kind="secondary">
        Appeler maintenant
      </ButtonLink>
    </Form>
  </PublicPage>
);

const chartPage = (
  <ObservatoryPage
    title="Octobre 2026"
    description="Ce que disent les personnes écoutées."
    version="7f3a"
    demonstration={false}
    current="/observatoire"
  >
    <h1>Le chauffage pèse</h1>
    <Bars
      id="besoins"
      title="L'énergie passe devant."
      subtitle="Part des situations."
      bars={[
        {
          label: "Facture d'énergie",
          value: 0.24,
          shown: "24 %",
          interval: { low: 0.22, high: 0.26 },
          isHighlighted: true,
          domain: "essentiels",
        },
        { label: "Retraite", value: undefined, shown: "< 11" },
      ]}
      table={table}
      csv={csv}
    />
    <ExpressedDetected
      id="dit"
      title="On appelle pour un papier."
      rows={[{ label: "Papiers", expressed: { value: 0.27, shown: "27 %" }, detected: { value: undefined, shown: "< 11" } }]}
      table={table}
    />
    <EmotionMap
      id="emotions"
      title="La peur monte."
      emotions={[
        { id: "peur", share: 0.24, shown: "24 %", previous: 0.19 },
        { id: "honte", share: undefined, shown: "< 11", previous: 0.08 },
      ]}
      table={table}
    />
    <ShareBar share={0.3} fair={0.33} isChosen />
    <LengthBar value={0.2} greatest={0.4} />
    {iconNames.map((name) => (
      <Icon key={name} name={name} />
    ))}
    {domainIds.map((id) => (
      <Domain key={id} id={id} label={id} />
    ))}
  </ObservatoryPage>
);

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const idsOf = (page: string): readonly string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
const sheet = (name: string): string => readFileSync(new URL(`./${name}.css`, import.meta.url), "utf8");

describe.each([
  ["a page with a form", html(formPage)],
  ["a page of charts", html(chartPage)],
])("%s", (_, page) => {
  test("speaks French and has one title, one main and a way to skip to it", () => {
    expect(page).toMatch(/^<html lang="fr">/);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('<main id="contenu"');
    expect(page).toContain('href="#contenu"');
  });

  test("carries no script and no style attribute, so that a strict policy may be sent with it", () => {
    expect(page).not.toMatch(/<script/);
    expect(page).not.toMatch(/ style="/);
    expect(page).not.toMatch(/ on[a-z]+="/);
  });

  test("gives each id once", () => {
    expect(idsOf(page).toSorted()).toEqual([...new Set(idsOf(page))].toSorted());
  });

  test("points only at ids that exist", () => {
    const pointed = [...page.matchAll(/(?:aria-describedby|aria-labelledby|for|href)="(#?[^"]+)"/g)]
      .map(([attribute, value = ""]) => (attribute.startsWith("href") ? (value.startsWith("#") ? value.slice(1) : "") : value))
      .flatMap((value) => value.split(" "))
      .filter(Boolean);
    expect(pointed.length).toBeGreaterThan(2);
    expect(pointed.filter((id) => !idsOf(page).includes(id))).toEqual([]);
  });

  test("names every field, and every drawing that is not an ornament", () => {
    const fields = [...page.matchAll(/<(?:input|textarea|select)[^>]*>/g)]
      .map(([field]) => field)
      .filter((field) => !field.includes('type="hidden"'));
    const unnamed = fields.filter((field) => !page.includes(`for="${/ id="([^"]+)"/.exec(field)?.[1] ?? "no id"}"`));
    expect(unnamed).toEqual([]);
    const drawings = [...page.matchAll(/<svg[^>]*>/g)].map(([svg]) => svg);
    expect(drawings.filter((svg) => !svg.includes('aria-hidden="true"') && !/role="img" aria-label="[^"]+"/.test(svg))).toEqual([]);
  });
});

describe("a public page", () => {
  test("announces an error first in its title", () => {
    expect(html(formPage)).toContain("<title>Erreur\u00a0: Être rappelé – Trait d’union</title>");
  });

  test.each(["tel:15", "tel:17", "tel:18", "tel:112", "tel:115", "tel:119", "tel:3114", "tel:3919", "tel:3977"])(
    "lets one call %s",
    (href) => {
      expect(html(formPage)).toContain(`href="${href}"`);
    },
  );

  test("shows 114 as a number to write to, never to call", () => {
    expect(html(formPage)).toContain("<strong>114</strong>");
    expect(html(formPage)).not.toContain("tel:114");
  });

  test.each([
    ["a person can leave quickly", undefined, true],
    ["a provider does not need to", false, false],
  ])("%s", (_, quickExit, shown) => {
    const page = html(
      <PublicPage title="Demande" prefix="" version="1" demonstration={false} {...(quickExit === undefined ? {} : { quickExit })}>
        <h1>Demande</h1>
      </PublicPage>,
    );
    expect(page.includes('href="/quitter-vite"')).toBe(shown);
  });

  test("tells that it is a demonstration only when it is one", () => {
    expect(html(formPage)).toContain("chiffres inventés");
    expect(html(chartPage)).not.toContain("chiffres inventés");
  });

  test("prints the commissioner's colour, and nothing that only looks like one", () => {
    const page = (color: string): string =>
      html(
        <PublicPage title="Accueil" brand={{ ...brand, color }} prefix="" version="1" demonstration={false}>
          <h1>Accueil</h1>
        </PublicPage>,
      );
    expect(page("#7a1f5c")).toContain("<style>:root{--brand:#7a1f5c}</style>");
    expect(page("red;}body{display:none")).not.toContain("<style>");
    expect(() => brandRule("red")).toThrow("is not a colour");
  });

  test("weighs less than its budget of 9 kB of its own style", () => {
    expect(sheet("public").length).toBeLessThan(9_000);
  });
});

describe("a field that must be put right", () => {
  test("is tied to its hint and to its error", () => {
    expect(html(<TextField {...phone} hint="Dix chiffres." error="Indiquez un numéro." />)).toContain(
      'aria-describedby="telephone-aide telephone-erreur" aria-invalid="true"',
    );
  });

  test("says nothing when there is nothing to put right", () => {
    expect(html(<ErrorSummary errors={[]} />)).toBe("");
    expect(html(<TextField {...phone} />)).not.toContain("aria-");
  });

  test("chooses nothing for the person", () => {
    expect(html(<RadioGroup {...hour} />)).not.toContain("checked");
  });

  test("keeps what the person already said", () => {
    expect(html(<RadioGroup {...hour} value="matin" />)).toMatch(/checked="" value="matin"|value="matin" checked=""/);
  });
});

describe("a masked figure stays masked", () => {
  test("it reads « < 11 » in the name, the marks, the list and the table", () => {
    const page = html(<Bars id="b" title="Titre." bars={[{ label: "Retraite", value: undefined, shown: "< 11" }]} table={table} />);
    expect(page.match(/&lt; 11/g)).toHaveLength(4);
  });

  test("no ring of the month before helps to guess an emotion", () => {
    const drawn = (share: number | undefined): string =>
      html(<EmotionMap id="e" title="Titre." emotions={[{ id: "honte", share, shown: "< 11", previous: 0.08 }]} table={table} />);
    const rings = (page: string): number => page.split("</svg>")[0]?.match(/class="previous"/g)?.length ?? 0;
    expect(rings(drawn(0.09))).toBe(1);
    expect(rings(drawn(undefined))).toBe(0);
  });
});

describe("the map of emotions", () => {
  const centres = (Object.keys(emotionPlaces) as EmotionId[]).map((id) => ({ id, ...emotionCentre(id) }));

  test("keeps every circle, however large, inside", () => {
    const outside = centres.filter(({ x, y }) => x < 20 || x > emotionMap.width - 20 || y < 40 || y > emotionMap.height - 40);
    expect(outside).toEqual([]);
  });

  test("keeps two names from being written over each other", () => {
    const close = centres.flatMap((one) =>
      centres.filter((two) => one.id < two.id && Math.abs(one.x - two.x) < 75 && Math.abs(one.y - two.y) < 36),
    );
    expect(close).toEqual([]);
  });
});
