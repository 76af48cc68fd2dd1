export { openDesk } from './desk.ts'
export { type DeskOptions, type DeskPorts, QUEUES_PATH } from './ports.ts'
