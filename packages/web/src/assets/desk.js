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

// Sliders set the fields of the search form, and stand where the fields say. Figures go by the logarithm: most are small.
const DAY_MS = 86_400_000
const STEPS = 1000
const scales = {
  value: (first, last) => {
    const [low, high] = [Number(first), Number(last)]
    const [grow, shrink] = low > 0 ? [Math.exp, Math.log] : [(x) => x, (x) => x]
    const [a, b] = [shrink(low), shrink(high)]
    return {
      at: (step) => String(Number(grow(a + ((b - a) * step) / STEPS).toPrecision(3))),
      step: (text) => Math.round(((shrink(Number(text)) - a) / (b - a)) * STEPS),
    }
  },
  day: (first, last) => {
    const [a, b] = [Date.parse(first) / DAY_MS, Date.parse(last) / DAY_MS]
    return {
      at: (step) => new Date(Math.round(a + ((b - a) * step) / STEPS) * DAY_MS).toISOString().slice(0, 10),
      step: (text) => Math.round(((Date.parse(text) / DAY_MS - a) / (b - a)) * STEPS),
    }
  },
}
for (const slider of document.querySelectorAll('.slider')) {
  const scale = scales[slider.dataset.scale](slider.dataset.first, slider.dataset.last)
  const [from, to] = slider.querySelectorAll('input')
  const fields = [from, to].map((input) => input.form.elements.namedItem(input.dataset.field))
  const shown = (input) => {
    const text = scale.at(Number(input.value))
    return slider.dataset.scale === 'value' ? Number(text).toLocaleString('en-US') : text
  }
  const tell = () => {
    slider.querySelector('.reach').textContent = [from, to].map(shown).join(' – ')
    for (const input of [from, to]) input.setAttribute('aria-valuetext', shown(input))
  }
  for (const [i, input] of [from, to].entries()) {
    const given = fields[i].value === '' ? Number.NaN : scale.step(fields[i].value)
    if (!Number.isNaN(given)) input.value = String(given)
    input.addEventListener('input', () => {
      // Neither passes the other.
      const [low, high] = [Number(from.value), Number(to.value)]
      if (low > high) input.value = String(i === 0 ? high : low)
      const isEnd = Number(input.value) === (i === 0 ? 0 : STEPS)
      fields[i].value = isEnd ? '' : scale.at(Number(input.value))
      tell()
    })
    input.addEventListener('change', () => input.form.requestSubmit())
  }
  tell()
  slider.parentElement.hidden = false
}
