/** End-to-end runs in a real browser; each prints why it is skipped where there is none. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  maxWorkers: 1,
  testTimeout: 120_000,
};
