import {
  type Edit,
  ENTITY_TYPES,
  type Entity,
  type GroupedClaim,
  isEnough,
  type Member,
  type Role,
  standingEdits,
} from '@counterclaim/model'
import { editWords, formatValue, type Html, html } from '@counterclaim/view'

/** Who would edit; null where nobody signs in. */
export type SignedIn = Member | null

/** A form that is folded away until somebody asks for it; nothing for those whose role it is not. */
function folded(
  signedIn: SignedIn,
  role: Role,
  form: { title: string; action: string; button: string; fields: Html },
): Html | null {
  if (signedIn !== null && !isEnough(signedIn.role, role)) return null
  const { title, action, button, fields } = form
  return html`<details class="edit"><summary>${title}</summary><form class="decide" action="${action}" method="post" aria-label="${title}">
${fields}${saidFields(signedIn)}<p><button>${button}</button></p></form></details>`
}

/** Why, and who says so. */
export function saidFields(signedIn: SignedIn): Html {
  const name =
    signedIn === null
      ? html`<label>Your name <input name="by" maxlength="100" autocomplete="name"></label>`
      : html`<span class="quiet">as ${signedIn.name}</span>`
  return html`<label>Note <input name="note" maxlength="2000"></label> ${name}`
}

function field(label: string, name: string, value: string, hint = ''): Html {
  return html`<label>${label} <input name="${name}" value="${value}" placeholder="${hint}" maxlength="300"></label>`
}

function lines(label: string, name: string, value: readonly string[] = []): Html {
  return html`<label>${label}, one a line <textarea name="${name}" rows="3" maxlength="5000">${value.join('\n')}</textarea></label>`
}

/** Forms to set right a claim, and to link what it collides with. */
export function claimForms(claim: GroupedClaim, signedIn: SignedIn): Html {
  const value =
    claim.value === null ? null : field('Value', 'value', '', `stays ${formatValue(claim.value, claim.per)}`)
  return html`${folded(signedIn, 'editor', {
    title: 'Correct this claim',
    action: `/claims/${claim.id}/correct`,
    button: 'Correct',
    fields: html`${field('Speaker', 'speaker', claim.speaker ?? '', 'empty: the outlet itself')}${field('Subject', 'subject', claim.subject ?? '')}${value}`,
  })}${folded(signedIn, 'reviewer', {
    title: 'Link a claim that collides with it',
    action: `/claims/${claim.id}/link`,
    button: 'Link',
    fields: html`<label>The other claim <input name="other" required maxlength="500" placeholder="c_… or the address of its page"></label><label>How <select name="type"><option value="denial">one denies the other</option><option value="numeric">figures that cannot both hold</option></select></label>`,
  })}`
}

/** Forms to edit, merge and split an entity. */
export function entityForms(entity: Entity, signedIn: SignedIn): Html {
  const at = `/entities/${encodeURIComponent(entity.id)}`
  const others = entity.names.filter((name) => name !== entity.name)
  const types = ENTITY_TYPES.map(
    (type) => html`<option${type === entity.type ? html` selected` : null}>${type}</option>`,
  )
  return html`${folded(signedIn, 'editor', {
    title: 'Edit this name',
    action: `${at}/edit`,
    button: 'Edit',
    fields: html`${field('Name', 'name', entity.name)}<label>Kind <select name="type">${types}</select></label>${lines('Other names', 'names', others)}`,
  })}${folded(signedIn, 'editor', {
    title: 'Merge it into another',
    action: `${at}/merge`,
    button: 'Merge',
    fields: html`<label>It is <input name="into" required maxlength="300" placeholder="name or id"></label>`,
  })}${folded(signedIn, 'editor', {
    title: 'Split a part off',
    action: `${at}/split`,
    button: 'Split',
    fields: html`<label>The part is <input name="as" required maxlength="300" placeholder="name or id"></label>${lines('What is called', 'named')}${lines('In documents (id, key or URL)', 'documents')}`,
  })}`
}

/** The form that takes a document down. */
export function removeForm(id: string, signedIn: SignedIn): Html | null {
  return folded(signedIn, 'editor', {
    title: 'Take this document down',
    action: `/documents/${id}/remove`,
    button: 'Take it down',
    fields: html`<p>Its text, claims, versions and raw bytes go, for good.</p><label><input type="checkbox" name="sure" value="yes" required> I am sure</label>`,
  })
}

/** The form that parts what was linked by hand. */
export function unlinkForm(id: string, signedIn: SignedIn): Html | null {
  return folded(signedIn, 'reviewer', {
    title: 'Take the link back',
    action: `/contradictions/${id}/unlink`,
    button: 'Take it back',
    fields: html``,
  })
}

/** What people set right, the latest first, each with the means to take it back while it stands. */
export function editHistory(edits: readonly Edit[], signedIn: SignedIn): Html | null {
  if (edits.length === 0) return null
  const standing = new Set(standingEdits(edits).map(({ id }) => id))
  const mayUndo = signedIn === null || isEnough(signedIn.role, 'editor')
  const items = edits.map((edit) => {
    const { id, by, at, note } = edit
    const button =
      mayUndo && standing.has(id)
        ? html` <form class="undo" action="/edits/${id}/undo" method="post"><button aria-label="Take back: ${editWords(edit)}">Undo</button></form>`
        : null
    return html`<li id="${id}">${editWords(edit)}, by ${by}, <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>${note === null ? null : html`: ${note}`}${button}</li>`
  })
  return html`<section><h2>Set right by hand</h2><ol class="history">${items}</ol></section>`
}
