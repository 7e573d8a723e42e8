import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

/** Redocly (recommended) and Spectral (spectral:oas) find neither errors nor warnings in the document that the desk serves. */
export async function judge(url) {
  const folder = await mkdtemp(join(tmpdir(), 'relaydesk-openapi-'));
  try {
    await writeFile(join(folder, 'openapi.json'), await (await fetch(`${url}/api/openapi.json`)).text());
    await writeFile(join(folder, '.spectral.yaml'), 'extends: ["spectral:oas"]\n');
    const findings = [
      ...(await redocly(folder)).map((found) => `Redocly: ${found}`),
      ...(await spectral(folder)).map((found) => `Spectral: ${found}`),
    ];
    return { passed: 2 - new Set(findings.map((found) => found.split(':')[0])).size, failures: findings };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function redocly(folder) {
  const report = JSON.parse(await outputOf('redocly', ['lint', 'openapi.json', '--format=json'], folder));
  return report.problems.map(({ severity, ruleId, message }) => `${severity} ${ruleId} ${message}`);
}

async function spectral(folder) {
  const args = ['lint', 'openapi.json', '--ruleset', '.spectral.yaml', '--format', 'json', '--quiet'];
  const text = await outputOf('spectral', args, folder);
  return JSON.parse(text.trim() || '[]').map(({ code, message, path }) => `${code} ${message} at ${path.join('.')}`);
}

/** Linters end with a code of their own where they find something; what they found is in the output. */
function outputOf(name, args, cwd) {
  return new Promise((resolve) => execFile(program(name), args, { cwd }, (_error, stdout) => resolve(stdout)));
}
