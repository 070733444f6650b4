/** Organisations, sites, wards and hubs. */
import { html } from "../html.js"
import { put } from "../http.js"
import { may } from "../session.js"
import { Entries } from "./entries.js"
import { named, openPart } from "./part.js"

const KINDS = ["hospital_trust", "community_trust", "mental_health_trust", "council", "commissioner", "provider", "voluntary"]
const words = (code) => code.replaceAll("_", " ")
const NAME = { name: "name", label: "Name" }
const CODE = { name: "code", label: "Code" }

export const openPlaces = openPart("Organisations, sites, wards and hubs", "Codes are ODS codes; a ward's code is what its site's feed calls it.", ({ me, file, saved }) => {
  const organisation = { name: "organisation_id", label: "Organisation", kind: "choice", options: named(file.organisations) }
  const site = { name: "site_id", label: "Site", kind: "choice", options: named(file.sites) }
  const nameIn = (entries, id) => entries.find((each) => each.id === id)?.name ?? ""
  const kinds = KINDS.map((code) => ({ code, words: words(code) }))
  const beds = { name: "beds", label: "Beds", hint: "In the order of the list, with commas between them", needed: false }
  return html`
    <${Entries} id="organisation" heading="Organisations" add="Add an organisation" saved=${saved} editable=${may(me, "add_organisation")}
      entries=${file.organisations} say=${({ code, kind }) => `${code}, ${words(kind)}`}
      fields=${[NAME, CODE, { name: "kind", label: "Kind", kind: "choice", options: kinds }]}
      fill=${(each) => ({ name: each.name ?? "", code: each.code ?? "", kind: each.kind ?? "" })} send=${(id, values) => put(`/organisations/${id}`, values)} />
    <${Entries} id="site" heading="Sites" add="Add a site" saved=${saved} editable=${may(me, "add_site")}
      entries=${file.sites} say=${(each) => `${each.code}, ${nameIn(file.organisations, each.organisation_id)}`}
      fields=${[NAME, CODE, organisation]}
      fill=${(each) => ({ name: each.name ?? "", code: each.code ?? "", organisation_id: each.organisation_id ?? "" })} send=${(id, values) => put(`/sites/${id}`, values)} />
    <${Entries} id="ward" heading="Wards" add="Add a ward" saved=${saved} editable=${may(me, "add_ward")}
      entries=${file.wards} say=${(each) => `${each.code}, ${nameIn(file.sites, each.site_id)}, ${each.beds.length} beds`}
      fields=${[NAME, CODE, site, beds]}
      fill=${(each) => ({ name: each.name ?? "", code: each.code ?? "", site_id: each.site_id ?? "", beds: (each.beds ?? []).join(", ") })}
      send=${(id, values) => put(`/wards/${id}`, { ...values, beds: values.beds.split(",").map((bed) => bed.trim()).filter(Boolean) })} />
    <${Entries} id="hub" heading="Hubs" add="Add a hub" saved=${saved} editable=${may(me, "add_hub")}
      entries=${file.hubs} say=${(each) => nameIn(file.organisations, each.organisation_id)}
      fields=${[NAME, organisation]} fill=${(each) => ({ name: each.name ?? "", organisation_id: each.organisation_id ?? "" })} send=${(id, values) => put(`/hubs/${id}`, values)} />`
})
