import type { FacetName } from '@counterclaim/model'

/** Facets whose values are entities. */
export const ENTITY_FACETS: readonly FacetName[] = ['speaker', 'place', 'entity']
