import tests from './jest.config.js';

/** Takes pictures instead of testing; with the same desk and the same browser. */
export default { ...tests, testMatch: ['<rootDir>/screenshots.ts'], testTimeout: 300_000 };
