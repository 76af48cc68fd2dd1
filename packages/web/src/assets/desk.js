// Keyboard and toggles; every page works without it.
const text = document.getElementById('text')
for (const name of ['claims', 'names']) {
  const box = document.getElementById(`show-${name}`)
  if (text === null || box === null) continue
  const set = () => {
    text.dataset[name] = box.checked ? 'on' : 'off'
  }
  box.addEventListener('change', set)
  set()
}

const cards = [...document.querySelectorAll('.card, .claim')]
let at = -1
const move = (by) => {
  if (cards.length === 0) return
  at = Math.min(Math.max(at + by, 0), cards.length - 1)
  cards[at].setAttribute('tabindex', '-1')
  cards[at].focus()
  cards[at].scrollIntoView({ block: 'nearest' })
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.matches('input, textarea, select')) return
  if (event.key === 'j') move(1)
  else if (event.key === 'k') move(-1)
  else if (event.key === '/') {
    const box = document.querySelector('input[type="search"], input[name="entity"]')
    if (box === null) return
    event.preventDefault()
    box.focus()
  } else if (event.key === 'Enter' && document.activeElement?.matches('.card, .claim'))
    document.activeElement.querySelector('a.open, a.id')?.click()
  else document.querySelector(`button[data-key="${CSS.escape(event.key)}"]:not(:disabled)`)?.click()
})

// Both panes of a contradiction stand at their passages, each by itself.
for (const pane of document.querySelectorAll('.pane[data-to]')) {
  const passage = pane.querySelector(`#${CSS.escape(pane.dataset.to)}`)
  if (passage === null) continue
  const down = passage.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTop += down - pane.clientHeight / 3
}
