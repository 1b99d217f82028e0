/** Bots that are killed at random for more than a minute: one test after the other, so that it has the machine to itself. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/kill/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
