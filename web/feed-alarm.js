/** Says above a board which of the feeds that it lives from has fallen silent, and since when. */
import { html } from "./html.js"
import { age, daysBetween, localTime, secondsSince, slot } from "./time.js"

/** `livesFrom(feed)`: whether this page shows what the feed tells. Says nothing while the connection is lost. */
export function FeedAlarm({ live, livesFrom }) {
  const now = live.now.value
  const silent = live.lost.value || live.refusal.value ? [] : live.feeds.value.filter((feed) => isSilent(feed, now) && livesFrom(feed))
  return html`<div class="hw-feed-alarm" role="status">
    ${silent.map((feed) => html`<p key=${feed.name}><strong>No news from ${feed.name} since ${since(feed.heard_at, now)}</strong> <${Age} feed=${feed} now=${now} />.</p>`)}
    ${silent.length > 0 && html`<p>What you see may be old; record by hand meanwhile.</p>`}
  </div>`
}

/** Counts on screen without being read out each minute. */
const Age = ({ feed, now }) => html`<span role="timer" aria-live="off">(${age(feed.heard_at, now)})</span>`

const isSilent = ({ heard_at: heardAt, silent_after_minutes: minutes }, now) => secondsSince(heardAt, now) > 60 * minutes
const since = (at, now) => (daysBetween(at, now) === 0 ? localTime(at) : slot(at, now))
