/** Starts the page on which a list that was kept before is brought in, or compared. */
import { html } from "../html.js"
import { get } from "../http.js"
import { start } from "../start.js"
import { Lists } from "./lists.js"
import { kindsFor } from "./words.js"

const listId = location.pathname.split("/")[2] ?? null

start(async ({ me }) => {
  const kinds = kindsFor(me)
  if (!kinds.length) return { live: null, content: NotForYou }
  const [page, before] = await Promise.all([listId && get(`/lists/${listId}`), get("/lists")])
  return { live: null, content: () => html`<${Lists} kinds=${kinds} page=${page} before=${before.lists} />` }
})

const NotForYou = () => html`<h1 class="nhsuk-heading-m">Lists</h1>
  <p class="hw-empty">Wards, hubs and managers bring in their lists here. There is nothing for your role.</p>`
