import { defineConfig } from 'vitest/config'

// No default export elsewhere; vitest asks for one here.
// biome-ignore lint/style/noDefaultExport: read by vitest
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/servers/setup.ts'],
    maxWorkers: 2,
    // Real servers on a machine that does much else besides: nothing is timed, a test that hangs is to end.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
