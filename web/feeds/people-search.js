/** Finds people by number or name. What is searched for stands in no address. */
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { post } from "../http.js"
import { count } from "../ready.js"

export function PeopleSearch({ onFound }) {
  const [said, say] = useState("")
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Type a number or a name" }),
    send: ({ words }) => post("/people/search", { words }),
    done: ({ people }) => (onFound(people), say(people.length ? `${count(people.length, "person").replace("persons", "people")} found.` : "Nobody found.")),
  })
  return html`<${Form} form=${form} id="search" action="Search">
    <${TextInput} form=${form} id="search" name="words" label="Search for a person" hint="NHS number, hospital number, or the beginning of the name" />
    <p role="status">${said}</p>
  <//>`
}
