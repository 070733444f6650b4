/** Adds to the plain sign-in form: why it was refused, and in the example system its sign-ins as buttons. */

const form = document.getElementById("sign-in")

const asked = new URLSearchParams(location.search)
for (const why of ["refused", "archived"]) if (asked.has(why)) show(why)
listExamples()

function show(why) {
  const refused = document.getElementById(why)
  refused.classList.add("hw-refused--shown")
  refused.focus()
  document.title = "Error: Sign in – Homeward"
}

async function listExamples() {
  const answer = await fetch("/api/v1/example-sign-ins", { cache: "no-store" }).catch(() => null)
  if (!answer?.ok) return
  document.getElementById("examples-list").append(...(await answer.json()).map(exampleButton))
  document.getElementById("examples").hidden = false
}

function exampleButton({ username, password, name, role }) {
  const [item, button, who, desk] = ["li", "button", "strong", "span"].map((tag) => document.createElement(tag))
  button.type = "button"
  button.className = "hw-example"
  who.textContent = name
  // The lists of words are for those who have signed in, so the code stands for itself here.
  desk.textContent = role.charAt(0).toUpperCase() + role.slice(1).replaceAll("_", " ")
  button.append(who, desk)
  button.addEventListener("click", () => {
    form.username.value = username
    form.password.value = password
    form.requestSubmit()
  })
  item.append(button)
  return item
}
