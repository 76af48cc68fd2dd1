export { openDesk } from './desk.ts'
export type { DeskOptions, DeskPorts } from './ports.ts'
