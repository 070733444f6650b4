/** How each feed is: when it was heard last, how much it sends, what is refused, what waits. */
import { html } from "../html.js"
import { age, slot } from "../time.js"

export function Health({ feeds, now }) {
  if (!feeds.length) {
    return html`<p class="hw-empty">No feed is set up, so nothing comes in by itself. Whoever runs Homeward sets up the hospital's sender.</p>`
  }
  return html`<section aria-labelledby="health">
    <h2 class="nhsuk-heading-s" id="health">How they are</h2>
    <ul class="hw-feeds">${feeds.map((feed) => html`<${Feed} key=${feed.feed_id} feed=${feed} now=${now} />`)}</ul>
  </section>`
}

function Feed({ feed, now }) {
  const { health } = feed
  return html`<li class="hw-feed">
    <h3 class="hw-feed__name"><a href=${`/feeds/${feed.feed_id}`}>${feed.name}</a> ${tags(health)}</h3>
    <dl class="hw-feed__facts">
      <div><dt>Last heard</dt><dd>${health.heard_at ? ago(health.heard_at, now) : "Never"}</dd></div>
      <div><dt>Last hour</dt><dd>${health.in_last_hour} (${health.per_minute} a minute)</dd></div>
      <div><dt>Refused in 24 h</dt><dd>${health.refused_in_last_day} of ${health.in_last_day} (${percent(health.share_refused)})</dd></div>
      <div><dt>Waiting</dt><dd>${health.waiting ? `${health.waiting}, the oldest since ${slot(health.waiting_since, now)}` : "Nothing"}</dd></div>
    </dl>
  </li>`
}

function tags({ heard_at: heardAt, silent, waits_too_long: tooLong }) {
  if (silent) return html`<strong class="nhsuk-tag nhsuk-tag--red">Silent</strong>`
  if (tooLong) return html`<strong class="nhsuk-tag nhsuk-tag--orange">Waits too long</strong>`
  return heardAt ? html`<strong class="nhsuk-tag nhsuk-tag--green">Heard</strong>` : html`<strong class="nhsuk-tag nhsuk-tag--grey">Not heard yet</strong>`
}

const ago = (at, now) => (age(at, now) === "just now" ? "Just now" : `${age(at, now)} ago`)
const percent = (share) => `${(100 * share).toFixed(share && share < 0.1 ? 1 : 0)} %`
