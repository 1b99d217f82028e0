/** Bots that are killed at random for more than a minute: alone, so that they have the machine to themselves. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/kill/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
