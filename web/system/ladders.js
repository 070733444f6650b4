/** Whom problems climb to: four levels of each organisation, and the senior responsible officer above them all. */
import { html } from "../html.js"
import { get, put } from "../http.js"
import { may } from "../session.js"
import { Entries } from "./entries.js"
import { Part } from "./part.js"

const LEVELS = [
  ["duty", "L1 duty"],
  ["team_lead", "L2 team lead"],
  ["operational_head", "L3 operational head"],
  ["executive", "L4 executive"],
]
const OFFICER = [["officer", "Senior responsible officer"]]

export async function openLadders({ me }) {
  const [first, { rows }] = await Promise.all([get("/system/export"), get("/staff")])
  const staff = rows.map(({ id, name }) => ({ code: id, words: name ?? "Without an account" }))
  const draw = (file, saved) => html`
    <${Entries} id="officer" heading="Above all ladders" entries=${[{ id: "officer", name: "Senior responsible officer", officer: file.senior_responsible_officer }]}
      editable=${may(me, "name_senior_officer")} say=${({ officer }) => (officer ? `${officer.role}, ${officer.phone}` : "Not named")}
      fields=${fieldsOf(OFFICER, staff)} fill=${filler(OFFICER)} send=${(_, values) => put("/senior-responsible-officer", rung(values, "officer"))} saved=${saved}
      history=${() => "/senior-responsible-officer/history"} />
    <${Entries} id="ladder" heading="Ladders" entries=${file.organisations.map(({ id, name }) => ({ id, name, ...held(file, id) }))}
      editable=${may(me, "set_ladder")} say=${(each) => (each.duty ? LEVELS.map(([level]) => each[level].role).join(" → ") : "None yet")}
      fields=${fieldsOf(LEVELS, staff)} fill=${filler(LEVELS)} saved=${saved} history=${(id) => `/ladders/${id}/history`}
      send=${(id, values) => put(`/ladders/${id}`, Object.fromEntries(LEVELS.map(([level]) => [level, rung(values, level)])))} />`
  const says = "A problem goes to the organisation that owns it, on its ladder, in step with the hub's."
  return { live: null, content: () => html`<${Part} heading="Ladders" says=${says} first=${first} draw=${draw} />` }
}

const held = (file, id) => file.ladders.find(({ organisation_id: of }) => of === id)

const fieldsOf = (levels, staff) => levels.flatMap(([level, words]) => [
  { name: `${level}_role`, label: `${words}: role as it is called there` },
  { name: `${level}_phone`, label: `${words}: telephone`, kind: "tel" },
  { name: `${level}_staff`, label: `${words}: who holds it`, kind: "choice", options: staff, choose: "Nobody on the roster", needed: false },
])

const filler = (levels) => (entry) => Object.fromEntries(levels.flatMap(([level]) => {
  const { role = "", phone = "", staff_id } = entry[level] ?? {}
  return [[`${level}_role`, role], [`${level}_phone`, phone], [`${level}_staff`, staff_id ?? ""]]
}))

const rung = (values, level) => ({ role: values[`${level}_role`], phone: values[`${level}_phone`], staff_id: values[`${level}_staff`] || null })
