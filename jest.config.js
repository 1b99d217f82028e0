/** Unit, contract, card and integration tests; the browser runs and the kill test have their own configurations. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/plain-context-environment.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/kill/'],
  setupFilesAfterEnv: ['<rootDir>/test/servers/guard-named-server.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  // Two cores: a third worker only makes the others wait.
  maxWorkers: 2,
  // Ends what hangs: what a test waits for is an event, and comes late on a busy machine.
  testTimeout: 300_000,
};
