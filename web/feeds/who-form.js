/** Says whom a message is about: one of those it leads to, or somebody who is searched for. */
import { Radios } from "../form/choices.js"
import { Form } from "../form/form.js"
import { missing } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { longDate } from "../time.js"
import { PeopleSearch } from "./people-search.js"
import { useDecision } from "./use-settle.js"

export function WhoForm(its) {
  const [found, setFound] = useState([])
  const form = useDecision({
    ...its,
    initial: { person_id: "" },
    check: (values) => missing(values, { person_id: "Choose the person" }),
    decision: ({ person_id: id }) => ({ kind: "is_person", person_id: id }),
  })
  const known = new Set(its.page.people.map(({ person_id: id }) => id))
  const people = [...its.page.people, ...found.filter(({ person_id: id }) => !known.has(id))]
  return html`
    <${PeopleSearch} onFound=${setFound} />
    <${Form} form=${form} id="who" action="It is about this person">
      ${people.length > 0
        ? html`<${Radios} form=${form} id="who" name="person_id" label="Whom is it about?" options=${people.map((person) => ({ code: person.person_id, words: personWords(person) }))} />`
        : html`<p>Search for the person by number or name.</p>`}
    <//>`
}

function personWords({ name, birth_date: born, nhs_number: nhs, hospital_numbers: numbers, why }) {
  const said = [name || "Name not known", born && `born ${longDate(born)}`, nhs && `NHS ${nhs}`, numbers.length && `hospital ${numbers.join(", ")}`]
  return `${said.filter(Boolean).join(", ")}${why ? ` – ${why.toLowerCase()}` : ""}`
}
