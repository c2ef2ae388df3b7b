import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // All of them: by default one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // How long a test takes says nothing: a busy machine is no fault of the program.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          setupFiles: ['test/support/seed.ts'],
          globalSetup: ['test/support/demo-template.ts'],
          // The files of a worker share what they import: nothing there is changed by a test.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'codes/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/demo-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
