export { runProgram } from './program.ts'
export { processShell, type Shell } from './shell.ts'
