/** The services that the hub can ask: one line each of a provider. */
import { html } from "../html.js"
import { put } from "../http.js"
import { may, wordsOf } from "../session.js"
import { Entries } from "./entries.js"
import { named, openPart } from "./part.js"

export const openServices = openPart("Services", "One line that an organisation runs. What a line means here is in the list of service lines.", ({ me, codes, file, saved }) => {
  const nameIn = (id) => file.organisations.find((each) => each.id === id)?.name ?? ""
  const fields = [
    { name: "name", label: "Name" },
    { name: "organisation_id", label: "Organisation", kind: "choice", options: named(file.organisations) },
    { name: "line", label: "Line", kind: "choice", options: codes.service_lines.filter(({ pathways }) => pathways.length) },
    { name: "pathway", label: "Pathway", kind: "choice", options: codes.pathways },
  ]
  return html`<${Entries} id="service" heading="All services" add="Add a service" saved=${saved} editable=${may(me, "list_service")}
    entries=${file.services} say=${(each) => `${wordsOf(codes.service_lines, each.line)}, ${each.pathway}, ${nameIn(each.organisation_id)}`}
    fields=${fields} fill=${({ name = "", organisation_id = "", line = "", pathway = "" }) => ({ name, organisation_id, line, pathway })}
    send=${(id, values) => put(`/services/${id}`, values)} />`
})
