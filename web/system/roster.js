/** Who works here, in which role and where. A new member gets a local account; leaving takes it away. */
import { html } from "../html.js"
import { get, put } from "../http.js"
import { may, wordsOf } from "../session.js"
import { Entries } from "./entries.js"
import { named, Part } from "./part.js"

export async function openRoster({ me, codes }) {
  const first = await everything()
  const draw = (file, saved) => {
    const options = (entries) => ({ kind: "choice", options: named(entries) })
    const work = [
      { name: "role", label: "Role", kind: "choice", options: codes.roles },
      { name: "organisation_id", label: "Employed by", ...options(file.organisations) },
      { name: "hub_id", label: "Hub", ...options(file.hubs), choose: "No hub", needed: false },
      { name: "ward_ids", label: "Wards", kind: "several", options: named(file.wards), needed: false },
    ]
    const account = [
      { name: "name", label: "Name" },
      { name: "username", label: "User name" },
      { name: "password", label: "Password", kind: "password" },
    ]
    const leaving = { name: "left", label: "Have they left?", kind: "several", options: [{ code: "yes", words: "They no longer work here" }], needed: false }
    const nameIn = (id) => file.organisations.find((each) => each.id === id)?.name ?? ""
    return html`<${Entries} id="staff" heading="Members of staff" add="Add a member of staff" editable=${may(me, "add_staff")} saved=${saved}
      entries=${file.staff} nameOf=${({ name }) => name ?? "Without an account"} say=${(each) => `${wordsOf(codes.roles, each.role)}, ${nameIn(each.organisation_id)}`}
      fields=${[...work, leaving]} addFields=${[...account, ...work]} fill=${fill} send=${send} />`
  }
  const says = "What somebody may do follows from their role. Somebody who left is signed out at once."
  return { live: null, content: () => html`<${Part} heading="Roster" says=${says} first=${first} read=${everything} draw=${draw} />` }
}

async function everything() {
  const [file, { rows }] = await Promise.all([get("/system/export"), get("/staff")])
  return { ...file, staff: rows }
}

const fill = ({ role = "", organisation_id = "", hub_id, ward_ids = [] }) => ({ role, organisation_id, hub_id: hub_id ?? "", ward_ids, left: [], name: "", username: "", password: "" })

function send(id, { left, name, username, password, ...values }, entry) {
  const work = { ...values, hub_id: values.hub_id || null }
  if (left.length) return put(`/staff/${id}/leaving`, { left_at: new Date().toISOString() })
  return entry ? put(`/staff/${id}/work`, work) : put(`/staff/${id}`, { name, username, password, ...work })
}
