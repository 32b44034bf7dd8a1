import { adviceWords, numberWords } from "./advice.words.ts";
import type { Frame } from "./frame.ts";
import { ButtonLink } from "./look/Form.screen.tsx";
import { PublicPage, telephoneLink } from "./look/Page.screen.tsx";
import { dangerNumbers } from "./look/page.words.ts";
import { french } from "./look/typography.ts";

const { urgency, leave, accessibility, privacy } = adviceWords.fr;

/** Urgence : the numbers, and in plain words who answers. */
export const UrgencyPage = (frame: Frame) => (
  <PublicPage {...frame} title={urgency.title} back={`${frame.prefix}/`}>
    <h1>{french(urgency.title)}</h1>
    <p className="lead">{french(urgency.lead)}</p>
    {dangerNumbers.map(({ number, who, isText }) => (
      <section key={number} className="panel stack">
        <h2>{`${number} : ${who}`}</h2>
        <p>{french(numberWords[number] ?? "")}</p>
        <ButtonLink href={isText ? `sms:${number}` : telephoneLink(number)} kind="danger">
          {isText ? urgency.textTo(number) : urgency.call(number)}
        </ButtonLink>
      </section>
    ))}
    <section className="stack">
      <h2>{urgency.whenNot}</h2>
      <p>{french(urgency.whenNotText)}</p>
    </section>
  </PublicPage>
);

/** Conseils pour partir vite : what the button does, and what it does not erase. */
export const LeavePage = (frame: Frame) => (
  <PublicPage {...frame} title={leave.title} back={`${frame.prefix}/`}>
    <h1>{leave.title}</h1>
    <p className="lead">{french(leave.lead)}</p>
    <Points title={leave.traces} lines={leave.points} />
    <Points title={leave.before} lines={leave.beforePoints} />
  </PublicPage>
);

/** Accessibilité : what is checked, what is not yet. */
export const AccessibilityPage = ({ phone, ...frame }: Frame & { readonly phone: string | undefined }) => (
  <PublicPage {...frame} title={accessibility.title} back={`${frame.prefix}/`}>
    <h1>{accessibility.title}</h1>
    <p className="lead">{french(accessibility.state)}</p>
    <Points title={accessibility.doneTitle} lines={accessibility.done} />
    <Points title={accessibility.missingTitle} lines={accessibility.missing} />
    <section className="stack">
      <h2>{french(accessibility.helpTitle)}</h2>
      <p>{french(phone === undefined ? accessibility.helpNoService : accessibility.help(phone))}</p>
      <p>{french(accessibility.defender)}</p>
    </section>
  </PublicPage>
);

/** Vos données : what is kept, how long, and what one may ask. */
export const PrivacyPage = ({ retentionMonths, ...frame }: Frame & { readonly retentionMonths: number | undefined }) => (
  <PublicPage {...frame} title={privacy.title} back={`${frame.prefix}/`}>
    <h1>{privacy.title}</h1>
    <p className="lead">{french(privacy.lead)}</p>
    <ul className="bullets">
      {privacy.points.map((line) => (
        <li key={line}>{french(line)}</li>
      ))}
    </ul>
    <section className="stack">
      <h2>{privacy.keepTitle}</h2>
      <p>{french(retentionMonths === undefined ? privacy.keepNoService : privacy.keep(retentionMonths))}</p>
    </section>
    <section className="stack">
      <h2>{privacy.rightsTitle}</h2>
      <p>{french(privacy.rights)}</p>
      <p>{french(privacy.authority)}</p>
    </section>
    <section className="stack">
      <h2>{privacy.pagesTitle}</h2>
      <p>{french(privacy.pages)}</p>
    </section>
  </PublicPage>
);

const Points = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <section className="stack">
    <h2>{french(title)}</h2>
    <ul className="bullets">
      {lines.map((line) => (
        <li key={line}>{french(line)}</li>
      ))}
    </ul>
  </section>
);
