/** Finding a service, as a part of the case's page: the package, who was asked, what each said, the person's answer. */
import { html, useEffect, useState } from "../html.js"
import { Waits } from "../exit-chain/waits.js"
import { get } from "../http.js"
import { PLANNED } from "../hub/cards.js"
import { oneAtATime } from "../reading.js"
import { may } from "../session.js"
import { NeedForm, packageWords } from "../search/need.js"
import { Asked } from "../search/asked.js"
import { SendForm } from "../search/send.js"

export function Search({ details, me, codes, now }) {
  const [search, setSearch] = useState(null)
  const [open, setOpen] = useState("")
  const { case: kase } = details
  const mine = may(me, "send_request")
  const [read] = useState(() => oneAtATime(() => get(`/cases/${kase.id}/requests`).then(setSearch).catch(() => {})))
  useEffect(() => void (mine && read()), [kase.position])
  if (!mine || !search || (!search.package && !details.pathway)) return null
  const planned = [...PLANNED, "left_hospital", "in_service"].includes(kase.stage)
  const done = (name) => () => (setOpen((now) => (now === name ? "" : now)), read()) // another may be open by then
  const toggle = (name, words) => html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${open === name} onClick=${() => setOpen(open === name ? "" : name)}>${words}</button>`
  return html`<section class="hw-part hw-search" aria-labelledby="search">
    <h2 class="nhsuk-heading-s" id="search">Finding a service</h2>
    <p>${search.package ? packageWords(search.package.package, codes) : "The package is not described yet."}</p>
    ${search.package?.words && html`<p class="hw-quiet">“${search.package.words}”</p>`}
    ${planned && search.package && html`<${Waits} caseId=${kase.id} news=${`${now} ${kase.position}`} now=${now} />`}
    ${planned && html`<div class="nhsuk-button-group nhsuk-button-group--small">
      ${details.pathway && toggle("package", search.package ? "Change the package" : "Describe the package")}
      ${search.package && (!search.booking || kase.stage === "in_service") && toggle("send", "Ask services")}
    </div>`}
    ${open === "package" && html`<${NeedForm} caseId=${kase.id} pathway=${kase.pathway_given} needed=${search.package} codes=${codes} done=${done("package")} />`}
    ${open === "send" && html`<${SendForm} caseId=${kase.id} needed=${search.package} asked=${search.requests} known=${search.previous} codes=${codes} done=${done("send")} />`}
    ${search.requests.toReversed().map((request) => html`<${Asked} key=${request.request_id} request=${request} search=${search} caseId=${kase.id} codes=${codes} now=${now} done=${read} />`)}
  </section>`
}
