/**
 * `npm run llm:doctor`: tries the configured language model once, as the desk would, and prints what it supports, how
 * long it took and what it answered, or why it does not work and what to do. Exits with 1 when there is no answer.
 */
import { ConfigError, loadConfig } from '../src/config.js';
import { readAnswer } from '../src/triage/engines/llm/answer.js';
import { ChatClient } from '../src/triage/engines/llm/chat-client.js';
import { ModelFailure, REMEDIES } from '../src/triage/engines/llm/model-failure.js';
import { Negotiator } from '../src/triage/engines/llm/negotiator.js';
import { PROMPT_VERSION, triageMessages } from '../src/triage/engines/llm/prompt.js';
import { chooseModel, type ModelTarget } from '../src/triage/engines/llm/providers.js';
import { applyProxy } from '../src/triage/engines/llm/proxy.js';

const SAMPLE = {
  title: 'Charged twice in May',
  description: 'My card was charged twice for the same invoice this morning. Please return one payment.',
};
/** Longer than the desk waits, so that a slow model can be told from a dead one. */
const PATIENCE_MS = 60_000;

async function examine(target: ModelTarget, timeoutMs: number): Promise<void> {
  const model = new Negotiator(new ChatClient(target));
  const ask = () => model.complete(triageMessages(SAMPLE, []), PATIENCE_MS, (content) => readAnswer(content, SAMPLE));
  const first = await time(ask);
  const second = await time(ask);
  const { format, tokenLimit, temperature, reasoningEffort, systemRole } = model.dialect;
  print({
    'Answer format': format,
    'Token limit': tokenLimit,
    Temperature: temperature ? 'accepted' : 'refused',
    'Reasoning effort': reasoningEffort ? 'accepted' : 'refused',
    Instructions: systemRole ? 'in a system message' : "in the user's message",
    'Latency, first': `${first.ms} ms (with finding out the above)`,
    'Latency, then': `${second.ms} ms${second.ms > timeoutMs ? `, more than LLM_TIMEOUT_MS (${timeoutMs} ms) allows` : ''}`,
    Tokens: second.result.usage
      ? `${second.result.usage.inputTokens} in, ${second.result.usage.outputTokens} out`
      : 'not told',
    'Sample ticket': SAMPLE.title,
    'Sample answer': JSON.stringify(second.result.answer),
  });
}

async function time<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: Math.round(performance.now() - start) };
}

function print(lines: Record<string, string>): void {
  for (const [name, value] of Object.entries(lines)) {
    const label = `${name}:`;
    console.log(`${label.padEnd(18)}${value}`);
  }
}

async function main(): Promise<void> {
  const { triage } = loadConfig();
  const { target, reason } = chooseModel(triage);
  print({ 'Chosen because': reason });
  if (!target)
    throw new Error(
      'No language model is configured: the local classifier answers. See .env.example for the settings.',
    );
  const viaProxy = applyProxy(triage.proxy);
  print({
    Provider: target.provider,
    'Base URL': target.baseUrl,
    Model: target.model,
    Proxy: viaProxy ? 'that of HTTPS_PROXY or HTTP_PROXY' : 'none',
    Key: target.apiKey ? 'set' : 'none',
    Prompt: PROMPT_VERSION,
  });
  await examine(target, triage.timeoutMs);
}

function explain(error: unknown): string {
  if (error instanceof ModelFailure) return `${error.message}\nWhat to do: ${REMEDIES[error.kind]}`;
  if (error instanceof ConfigError || error instanceof Error) return error.message;
  return String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
