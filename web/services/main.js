/** Starts the directory of services, or the page of one. */
import { html } from "../html.js"
import { get } from "../http.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Directory } from "./directory.js"
import { serviceFilters } from "./filters.js"
import { Service } from "./service.js"
import { servicePage } from "./service-store.js"

const serviceId = location.pathname.split("/")[2]

start(async ({ me, codes }) => {
  const store = rowStore()
  const page = serviceId && servicePage(serviceId, await get(`/services/${serviceId}`), store)
  const live = connect(store, ["service", "place"].map((kind) => ({ kind, scope: "*" })))
  const its = { me, codes, store, live }
  const filters = serviceFilters()
  const content = () => (page ? html`<${Service} ...${its} page=${page} />` : html`<${Directory} ...${its} filters=${filters} />`)
  return { live, content, livesFrom: () => false }
})
