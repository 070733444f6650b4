/** The page for the person and carer: what staff must know first, the ways to hand it over, then the page as it is printed. */
import { html } from "../html.js"

export function ForThePerson({ caseId, page }) {
  return html`
    <div class="hw-no-print">
      <p><a href=${`/cases/${caseId}`}>Back to the case</a></p>
      ${page.for_staff.length > 0 && html`<section class="hw-notice" aria-labelledby="for-staff">
        <h2 class="nhsuk-heading-s" id="for-staff">Before you hand it over</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">${page.for_staff.map((words) => html`<li>${words}</li>`)}</ul>
      </section>`}
      <p><button class="nhsuk-button nhsuk-button--small" type="button" onClick=${() => print()}>Print</button> ${" "}
        <a class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" href=${`/api/v1/cases/${caseId}/for-the-person/file`} download>Save as a file</a></p>
      ${(page.large_print || page.easy) && html`<p>${asAsked(page)}</p>`}
    </div>
    <article class=${page.large_print ? "hw-person-page hw-person-page--large" : "hw-person-page"}>
      <h1>${page.title}</h1>
      <p>${page.intro}</p>
      ${page.sections.map((each) => html`<${Section} key=${each.key} section=${each} />`)}
    </article>`
}

const asAsked = ({ large_print: large, easy }) => `In ${[large && "large print", easy && "easy words"].filter(Boolean).join(" and ")}, as they asked.`

function Section({ section: { key, heading, lines, steps, numbers, to_write: toWrite } }) {
  return html`<section aria-labelledby=${`for-${key}`}>
    <h2 id=${`for-${key}`}>${heading}</h2>
    ${lines.map((words) => html`<p>${words}</p>`)}
    ${steps.length > 0 && html`<ol>${steps.map((words) => html`<li>${words}</li>`)}</ol>`}
    ${numbers.length > 0 && html`<dl>${numbers.map(({ who, number }) => html`<div><dt>${who}</dt><dd>${number}</dd></div>`)}</dl>`}
    ${toWrite.map((what) => html`<p class="hw-person-page__write">${what}:</p>`)}
  </section>`
}
