/** What the ward and the hub say of the person's needs; who it is, once the service has confirmed. */
import { html } from "../html.js"
import { Facts } from "../case/facts.js"
import { longDate } from "../time.js"

export function Detail({ page }) {
  const { detail, words, person } = page
  if (!detail) return null
  return html`<div class="hw-offer__detail">
    ${person && html`<p><strong>${person.name}</strong>${person.birth_date && html`, born ${longDate(person.birth_date)}`}${person.nhs_number && html`, NHS number ${person.nhs_number}`}</p>
      <p>${[...person.address, person.postcode].filter(Boolean).join(", ")}${person.phone && html` · ${person.phone}`}</p>`}
    <${Facts} facts=${[
      ["Why in hospital", detail.why_in_hospital],
      ...Object.entries(detail).filter(([name]) => name !== "why_in_hospital").map(([name, said]) => [plain(name), wordsIn(said)]),
      ["From the hub", words],
    ].filter(([, said]) => said)} />
  </div>`
}

const plain = (code) => `${code[0].toUpperCase()}${code.slice(1)}`.replaceAll("_", " ")

/** Whatever a field says, as one line: codes and words, in their order. */
function wordsIn(said) {
  if (said === null || said === false || said === "") return ""
  if (said === true) return "yes"
  if (Array.isArray(said)) return said.map(wordsIn).filter(Boolean).join(", ")
  if (typeof said !== "object") return String(said).includes(" ") ? String(said) : String(said).replaceAll("_", " ")
  return Object.entries(said).map(([name, value]) => [name, wordsIn(value)]).filter(([, words]) => words).map(([name, words]) => `${name.replaceAll("_", " ")}: ${words}`).join("; ")
}
