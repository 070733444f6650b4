/** How one feed is read: a form for a manager, facts for others. */
import { html, signal, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { may } from "../session.js"
import { SettingsFacts } from "./settings-facts.js"
import { SettingsForm } from "./settings-form.js"

export async function openSettings(me, feedId) {
  const feed = signal(null)

  async function refresh() {
    const { feeds } = await get("/feeds")
    const found = feeds.find(({ feed_id: id }) => id === feedId)
    if (!found) throw new Problem({ status: 404 })
    feed.value = found
  }

  await refresh()
  const store = rowStore()
  const live = connect(store, [{ kind: "place", scope: "*" }])
  return { live, content: () => html`<${Settings} me=${me} feed=${feed.value} places=${store.places.value} live=${live} refresh=${refresh} />` }
}

function Settings({ me, feed, places, live, refresh }) {
  const [done, say] = useState("")
  const saved = async (receipt) => (await refresh(), say(receipt.recorded ? "Saved. The next message is read so." : "Nothing was changed."))
  return html`<div class="hw-settings">
    <p><a href="/feeds">All feeds</a></p>
    <h1 class="nhsuk-heading-l">${feed.name}</h1>
    <p class="hw-quiet">Sender ${feed.application} at ${feed.facility} (* stands for any)</p>
    ${!live.first.value ? html`<p class="hw-empty">Reading the wards…</p>`
      : may(me, "change_feed") ? html`<${SettingsForm} feed=${feed} places=${places} saved=${saved} refresh=${refresh} changed=${() => say("")} />`
      : html`<p>A manager changes this.</p><${SettingsFacts} feed=${feed} places=${places} />`}
    <p class="hw-done" role="status">${done}</p>
  </div>`
}
