import tests from '../jest.config.js';

const { globalTeardown: _, ...shared } = tests;

/** @type {import('jest').Config} */
export default {
  ...shared,
  rootDir: '..',
  roots: ['<rootDir>/chaos'],
  globalSetup: '<rootDir>/chaos/support/global-setup.mjs',
  passWithNoTests: true,
  testTimeout: 300_000,
};
