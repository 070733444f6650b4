/** The way to every page: those of each day in one row, those by which the system is kept behind *More*. */
import { html, useRef } from "./html.js"
import { may } from "./session.js"

export function Navigation({ me }) {
  const [daily, keeping] = [dailyPages(me), keepingPages(me)]
  const [beside, behind] = keeping.length > 1 ? [daily, keeping] : [[...daily, ...keeping], []]
  const here = nearest([...daily, ...keeping])
  const asLink = linkTo(here)
  return html`<nav class="hw-nav" aria-label="Pages">
    ${beside.map(asLink)}
    ${behind.length > 0 && html`<${More} links=${behind} asLink=${asLink} here=${behind.some(([href]) => href === here)} />`}
  </nav>`
}

/** The page itself, else the one that leads to it from above. */
const nearest = (links) => links.map(([href]) => href).filter((href) => `${location.pathname}/`.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0]

const linkTo = (here) => ([href, words]) => html`<a key=${href} class="hw-nav__link" href=${href} aria-current=${href !== here ? null : href === location.pathname ? "page" : "true"}>${words}</a>`

/** Opens by click, Enter or Space; closes by Escape, and when the focus goes on. */
function More({ links, asLink, here }) {
  const box = useRef(null)
  const close = () => (box.current.open = false)
  const onKeyDown = ({ key }) => key === "Escape" && box.current.open && (close(), box.current.querySelector("summary").focus())
  const onFocusOut = ({ relatedTarget: next }) => next && !box.current.contains(next) && close()
  return html`<details class="hw-nav__more" ref=${box} onKeyDown=${onKeyDown} onFocusOut=${onFocusOut}>
    <summary class=${`hw-nav__link ${here ? "hw-nav__link--here" : ""}`}>More<span class="nhsuk-u-visually-hidden"> pages</span></summary>
    <div class="hw-nav__behind">${links.map(asLink)}</div>
  </details>`
}

function dailyPages(me) {
  const first = me.ward_ids.length && !me.hub_id ? [`/wards/${me.ward_ids[0]}`, "My ward"] : ["/board", "Board"]
  const links = me.role === "provider" ? [["/provider", "Requests"]] : [first, ["/wards", "Wards"]]
  if (may(me, "send_request")) links.push(["/brokerage", "Requests"])
  if (may(me, "raise_task")) links.push(["/tasks", "Tasks"])
  if (me.role !== "provider") links.push(["/delays", "Why still here"], ["/weekend", "Weekend"])
  if (may(me, "review_stay")) links.push(["/stays", "Stays"])
  if (may(me, "acknowledge_escalation")) links.push(["/escalations", "Escalations"])
  return [...links, ["/services", "Services"]]
}

function keepingPages(me) {
  const links = []
  if (may(me, "settle_feed")) links.push(["/feeds", "Feeds"])
  if (me.may.some((what) => what.startsWith("bring_in_"))) links.push(["/lists", "Lists"])
  if (may(me, "load_reference")) links.push(["/reference", "Homes"])
  if (may(me, "set_practice")) links.push(["/system", "System"])
  return links
}
