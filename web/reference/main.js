/** Starts the page of the tables by which homes are routed. */
import { html } from "../html.js"
import { get } from "../http.js"
import { may } from "../session.js"
import { start } from "../start.js"
import { Reference } from "./reference.js"

start(async ({ me }) => {
  if (!may(me, "load_reference")) return { live: null, content: NotForYou }
  const { kinds } = await get("/reference")
  return { live: null, content: () => html`<${Reference} kinds=${kinds} />` }
})

const NotForYou = () => html`<h1 class="nhsuk-heading-m">Where homes belong</h1>
  <p class="hw-empty">Managers load the tables of councils, practices and postcodes here. There is nothing for your role.</p>`
