/** Keys on a focused card: A accept, R return, P pathway, L leaving. Each opens the case with that form ready. */

const MOVES = { a: "accept", r: "return", p: "pathway", l: "leaving" }

export function listenForMoves() {
  document.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
    const move = MOVES[key.toLowerCase()]
    if (move && !ctrlKey && !metaKey && !altKey && target.matches(".hw-card__name")) location.assign(`${target.href}#${move}`)
  })
}
