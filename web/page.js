/** What every page has around it: skip link, header with who is signed in, the state of the connection, live region. */
import { html, render } from "./html.js"
import { Announcements } from "./announce.js"
import { Connection } from "./connection.js"
import { FeedAlarm } from "./feed-alarm.js"
import { Navigation } from "./navigation.js"

/** Draws `content()` into the page of whoever is signed in; `livesFrom(feed)` says whether it shows what a feed tells. */
export function drawPage({ me, live, content, livesFrom = () => true }) {
  render(html`<${Page} me=${me} live=${live} content=${content} livesFrom=${livesFrom} />`, document.getElementById("page"))
}

/** Says in the page why it cannot be shown. */
export function drawProblem(problem) {
  const words = problem.status === 404 ? "This page is not here, or not for you to see." : problem.message
  const way = problem.passing ? html`<a href=${location.pathname}>Try again</a>` : html`<a href="/">Go to your first page</a>`
  const content = () => html`<h1 class="nhsuk-heading-l">This page cannot be shown</h1><p>${words}</p><p>${way}</p>`
  render(html`<${Page} me=${null} live=${null} content=${content} />`, document.getElementById("page"))
}

function Page({ me, live, content: Content, livesFrom }) {
  return html`
    <a class="nhsuk-skip-link" href="#main">Skip to main content</a>
    <${Header} me=${me} />
    ${live && html`<${Connection} live=${live} />`}
    ${live && html`<${FeedAlarm} live=${live} livesFrom=${livesFrom} />`}
    <main class="hw-main" id="main" tabindex="-1"><${Content} /></main>
    <${Announcements} />`
}

function Header({ me }) {
  return html`<header class="nhsuk-header hw-header">
    <div class="hw-header__row">
      <a class="nhsuk-header__service-name hw-header__name" href="/">Homeward</a>
      ${me && html`<${Navigation} me=${me} />`}
      ${me && html`<${Account} me=${me} />`}
    </div>
  </header>`
}

function Account({ me }) {
  return html`<form class="hw-account" method="post" action="/sign-out">
    <span class="hw-account__who"><strong>${me.name}</strong> <span>${me.role_words}</span></span>
    <button class="hw-account__out" type="submit">Sign out</button>
  </form>`
}
