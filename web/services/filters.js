/** Which services are shown. Works on what is on this screen. */
import { computed, html, signal } from "../html.js"
import { reaches } from "./counts.js"

export function serviceFilters() {
  const [words, line, sector] = [signal(""), signal(""), signal("")]
  const sought = computed(() => words.value.toLowerCase().split(/[\s,]+/).filter(Boolean))
  const patch = computed(() => sector.value.trim().toUpperCase().replace(/\s+/g, " "))
  const passes = (row, places) => {
    const haystack = `${row.name} ${places.get(row.organisation_id)?.name ?? ""}`.toLowerCase()
    return sought.value.every((word) => haystack.includes(word)) && (!line.value || row.line === line.value) && (!patch.value || reaches(row, patch.value))
  }
  const active = computed(() => Boolean(words.value || line.value || patch.value))
  const clear = () => ([words.value, line.value, sector.value] = ["", "", ""])
  return { words, line, sector, passes, active, clear }
}

export function Filters({ filters, codes, lines }) {
  const { words, line, sector, active, clear } = filters
  return html`<form class="hw-filters" role="search" aria-label="Services" onSubmit=${(event) => event.preventDefault()}>
    <div class="hw-filter hw-filter--wide">
      <label for="filter-words">Service or organisation</label>
      <input class="nhsuk-input" id="filter-words" type="search" autocomplete="off" value=${words.value} onInput=${({ target }) => (words.value = target.value)} />
    </div>
    <div class="hw-filter">
      <label for="filter-line">Line of service</label>
      <select class="nhsuk-select" id="filter-line" value=${line.value} onChange=${({ target }) => (line.value = target.value)}>
        <option value="">All lines</option>
        ${codes.service_lines.filter(({ code }) => lines.has(code)).map(({ code, words: said }) => html`<option key=${code} value=${code}>${said}</option>`)}
      </select>
    </div>
    <div class="hw-filter">
      <label for="filter-sector">Goes to (such as ZZ97 1)</label>
      <input class="nhsuk-input" id="filter-sector" type="search" autocomplete="off" value=${sector.value} onInput=${({ target }) => (sector.value = target.value)} />
    </div>
    ${active.value && html`<button class="hw-link" type="button" onClick=${clear}>Show all</button>`}
  </form>`
}
