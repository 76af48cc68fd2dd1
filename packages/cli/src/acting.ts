import { userInfo } from 'node:os'
import { type Acting, type Audit, actOf } from '@counterclaim/model'

/** Who runs a command, and in whose name: the one given, else that of their account on this machine. */
export function actingOf({
  note = null,
  by,
}: {
  readonly note?: string | null | undefined
  readonly by?: string | undefined
}): Acting {
  const account = userInfo().username
  return { note, by: by ?? account, at: new Date().toISOString(), way: 'command line', account }
}

/** Writes into the audit log what a command did. */
export function recordCommand(audit: Pick<Audit, 'record'>, did: string, on: string): Promise<void> {
  return audit.record(actOf(did, on, actingOf({})))
}
