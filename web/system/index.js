/** The parts of the system, and its local lists. */
import { html } from "../html.js"
import { get } from "../http.js"
import { count } from "../ready.js"
import { may } from "../session.js"

export async function openIndex({ me }) {
  const [file, { lists }] = await Promise.all([get("/system/export"), get("/practice")])
  return { live: null, content: () => html`<${Index} me=${me} file=${file} lists=${lists} />` }
}

function Index({ me, file, lists }) {
  const parts = [
    ["organisations", "Organisations, sites, wards and hubs", `${count(file.organisations.length, "organisation")}, ${count(file.wards.length, "ward")}`],
    ["services", "Services", count(file.services.length, "service")],
    ["calendars", "Calendars", file.calendars.length ? `${count(file.calendars.length, "calendar")}; the wall clock for all others` : "None yet: the wall clock counts"],
    ["ladders", "Ladders", `${count(file.ladders.length, "ladder")}; senior responsible officer ${file.senior_responsible_officer ? file.senior_responsible_officer.role : "not named"}`],
    ["roster", "Roster", `${count(file.roster.length, "member")} of staff`],
  ]
  if (may(me, "import_system")) parts.push(["file", "System as one file", "Write it out, or bring one in"])
  return html`<div class="hw-system">
    <h1 class="nhsuk-heading-m">System</h1>
    <p>What ${me.system_name} is made of, and how it works. A change counts from now on; what was decided before stands.</p>
    <ul class="hw-system__parts">${parts.map(([part, words, what]) => html`<li key=${part} class="hw-system__part"><a href=${`/system/${part}`}>${words}</a><span class="hw-quiet">${what}</span></li>`)}</ul>
    <h2 class="nhsuk-heading-s">Local lists</h2>
    <ul class="hw-system__parts">${lists.map((each) => html`<li key=${each.kind} class="hw-system__part">
      <a href=${`/system/lists/${each.kind}`}>${each.words}</a><span class="hw-quiet">${count(each.lines, "line")}; ${each.local_default ? "local default" : `version ${each.version}`}${each.lacking > 0 ? `; ${count(each.lacking, "line")} of the local default not in it` : ""}</span>
    </li>`)}</ul>
  </div>`
}
