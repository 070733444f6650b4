/** Which cards are shown. Works on what is on this screen; nothing of it goes into the address or is kept. */
import { computed, html, signal } from "../html.js"
import { nameOf } from "../names.js"

/** Signals of the board's filters; `since()` is the position of the last board round or null; `passes` answers whether a card is shown, `active` whether any is set. */
export function boardFilters(me, since) {
  const [words, ward, pathway, mine, fresh] = [signal(""), signal(""), signal(""), signal(false), signal(false)]
  const sought = computed(() => words.value.toLowerCase().split(/[\s,]+/).filter(Boolean))
  const passes = (card) =>
    sought.value.every((word) => haystack(card).includes(word)) &&
    (!ward.value || card.spell?.ward_id === ward.value) &&
    (!pathway.value || (card.kase.pathway_given ?? "none") === pathway.value) &&
    (!mine.value || card.kase.case_manager === me.staff_id) &&
    (!fresh.value || card.moved > (since() ?? Infinity))
  const active = computed(() => Boolean(words.value || ward.value || pathway.value || mine.value || fresh.value))
  const clear = () => ([words.value, ward.value, pathway.value, mine.value, fresh.value] = ["", "", "", false, false])
  return { words, ward, pathway, mine, fresh, since, passes, active, clear }
}

const haystack = ({ kase, spell, ward, manager }) => [nameOf(kase.person), spell?.bed, ward?.name, manager].join(" ").toLowerCase()

export function Filters({ filters, wards, codes }) {
  const { words, ward, pathway, mine, fresh, since, active, clear } = filters
  const options = [{ code: "none", words: "Not decided" }, ...codes.pathways.map(({ code, words }) => ({ code, words: `${code} ${words}` }))]
  return html`<form class="hw-filters" role="search" aria-label="Cards on this board" onSubmit=${(event) => event.preventDefault()}>
    <div class="hw-filter hw-filter--wide">
      <label for="filter-words">Name, bed, ward or case manager</label>
      <input class="nhsuk-input" id="filter-words" type="search" autocomplete="off" value=${words.value} onInput=${({ target }) => (words.value = target.value)} />
    </div>
    <${Choose} id="filter-ward" label="Ward" held=${ward} all="All wards" options=${wards} />
    <${Choose} id="filter-pathway" label="Pathway" held=${pathway} all="All pathways" options=${options} />
    <${Tick} id="filter-mine" label="My cases" held=${mine} />
    ${since() !== null && html`<${Tick} id="filter-fresh" label="Since the last board round" held=${fresh} />`}
    ${active.value && html`<button class="hw-link" type="button" onClick=${clear}>Show all</button>`}
  </form>`
}

const Tick = ({ id, label, held }) => html`<div class="hw-filter hw-filter--tick nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
  <input class="nhsuk-checkboxes__input" id=${id} type="checkbox" checked=${held.value} onChange=${({ target }) => (held.value = target.checked)} />
  <label class="nhsuk-label nhsuk-checkboxes__label" for=${id}>${label}</label>
</div></div>`

const Choose = ({ id, label, held, all, options }) => html`<div class="hw-filter">
  <label for=${id}>${label}</label>
  <select class="nhsuk-select" id=${id} value=${held.value} onChange=${({ target }) => (held.value = target.value)}>
    <option value="">${all}</option>
    ${options.map(({ code, words }) => html`<option key=${code} value=${code}>${words}</option>`)}
  </select>
</div>`
