import { defineConfig } from 'vitest/config'

// No default export elsewhere; vitest asks for one here.
// biome-ignore lint/style/noDefaultExport: read by vitest
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/servers/setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
