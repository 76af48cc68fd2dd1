import { type Html, html } from '@counterclaim/view'
import { page } from './layout.ts'

/** What of an OpenAPI document is shown. */
interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: { readonly properties?: object } }>>
  }
}

interface Parameter {
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: { readonly description?: string; readonly enum?: readonly string[] }
}

/** The API as its OpenAPI document describes it, for people to read. */
export function apiPage(document: object): string {
  const { paths = {} } = document as Described
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => described(path, method, operation as Operation)),
  )
  const body = html`<h1>API</h1>
<p>The archive for programs, as <a href="/api/openapi.json">OpenAPI 3.1</a>. Lists give <code>next</code>, to be sent as <code>cursor</code> for the page behind. What cannot be done is told as <code>application/problem+json</code>. Where people sign in, programs send a token that <code>counterclaim tokens add</code> makes: <code>Authorization: Bearer TOKEN</code>.</p>
${operations}`
  return page({ title: 'API', at: 'status', body })
}

function described(path: string, method: string, { summary, parameters = [], requestBody }: Operation): Html {
  const fields = Object.keys(requestBody?.content?.['application/json']?.schema?.properties ?? {})
  const rows = parameters.map(
    ({ name, required, description, schema }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${required === true ? 'needed' : null}</td><td>${schema?.enum?.join(', ')} ${description ?? schema?.description}</td></tr>`,
  )
  return html`<section class="operation"><h2><code>${method.toUpperCase()} ${path}</code></h2><p>${summary}</p>
${rows.length === 0 ? null : html`<table><tbody>${rows}</tbody></table>`}
${fields.length === 0 ? null : html`<p class="quiet">Body, JSON: ${fields.map((name) => html`<code>${name}</code> `)}</p>`}</section>`
}
