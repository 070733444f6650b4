/** The wards to choose from, by site. */
import { html } from "../html.js"
import { connect } from "../live.js"
import { count } from "../ready.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"

start(async ({ me }) => {
  const store = rowStore()
  const live = connect(store, [{ kind: "place", scope: "*" }])
  return { live, content: () => html`<${Wards} me=${me} store=${store} live=${live} />` }
})

function Wards({ me, store, live }) {
  const places = [...store.places.value.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB", { numeric: true }))
  const sites = places.filter(({ place }) => place === "site")
  const wardsOf = (site) => places.filter(({ place, parent_id: parent }) => place === "ward" && parent === site.id)
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Wards</h1><p class="hw-quiet">${me.system_name}</p></div>
    ${!live.first.value && html`<p class="hw-empty">Reading the wards…</p>`}
    ${live.first.value && sites.length === 0 && html`<p class="hw-empty">There are no wards yet. A manager adds the organisation, its sites and its wards.</p>`}
    <div class="hw-sites">${sites.map((site) => html`<section class="hw-site" key=${site.id} aria-labelledby=${`site-${site.id}`}>
      <h2 class="nhsuk-heading-s" id=${`site-${site.id}`}>${site.name}</h2>
      <ul class="hw-site__wards">${wardsOf(site).map((ward) => html`<${Ward} key=${ward.id} ward=${ward} mine=${me.ward_ids.includes(ward.id)} />`)}</ul>
    </section>`)}</div>`
}

const Ward = ({ ward, mine }) => html`<li>
  <a href=${`/wards/${ward.id}`}>${ward.name}</a> <span class="hw-quiet">${count(ward.beds.length, "bed")}</span>
  ${mine && html` <strong class="nhsuk-tag nhsuk-tag--blue">My ward</strong>`}
</li>`
