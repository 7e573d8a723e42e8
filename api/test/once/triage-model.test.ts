import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModelAnswer } from '../../src/triage/engines/llm/answer.js';
import { ChatClient } from '../../src/triage/engines/llm/chat-client.js';
import { ModelCircuit } from '../../src/triage/engines/llm/model-circuit.js';
import { ModelEngine, type SharedModelState } from '../../src/triage/engines/llm/model-engine.js';
import { ModelFailure } from '../../src/triage/engines/llm/model-failure.js';
import { Negotiator } from '../../src/triage/engines/llm/negotiator.js';
import { FakeModelServer } from '../support/fake-model-server.js';
import { answering, goodAnswer, namedFailures, oddBehaviours, uselessBehaviours } from '../support/model-behaviours.js';

const ticket = { title: 'Double charge', description: 'You\n  charged me twice in May. Please pay it back.' };
/** Where a model answers, a busy machine may take its time. */
const patienceMs = 20_000;
/** Where it is silent, nobody waits for long. */
const shortMs = 300;
const pauseMs = 50;

let server: FakeModelServer;
let logged: { level: 'info' | 'warn'; text: string }[];

beforeEach(async () => {
  server = await FakeModelServer.start(answering());
  logged = [];
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  expect(server.violations).toEqual([]);
});

function buildEngine(overrides: Partial<SharedModelState> = {}, callTimeoutMs = patienceMs): ModelEngine {
  const answers = new Map<string, ModelAnswer>();
  const shared: SharedModelState = {
    find: async (key) => answers.get(key) ?? null,
    keep: async (key, answer) => void answers.set(key, answer),
    spend: async () => true,
    ...overrides,
  };
  const target = { provider: 'custom', baseUrl: server.baseUrl, model: 'fake-model', apiKey: 'key-1' } as const;
  const circuit = new ModelCircuit('custom/fake-model', pauseMs, {
    info: (_: object, text?: string) => void logged.push({ level: 'info', text: text ?? '' }),
    warn: (_: object, text?: string) => void logged.push({ level: 'warn', text: text ?? '' }),
  });
  return new ModelEngine(new Negotiator(new ChatClient(target)), circuit, shared, callTimeoutMs);
}

function ask(engine: ModelEngine, changes: Partial<Parameters<ModelEngine['classify']>[0]> = {}) {
  return engine.classify({ ticket, examples: [], client: '127.0.0.1', budgetMs: patienceMs, ...changes });
}

describe('a language model that can be understood', () => {
  it.each(Object.entries(oddBehaviours))('answers with %s', async (_, behaviour) => {
    server.behaviour = behaviour;
    expect(await ask(buildEngine())).toMatchObject({
      source: 'model',
      engine: 'custom/fake-model',
      category: { value: 'billing', confidence: 0.93 },
      priority: { value: 'high', confidence: 0.81 },
      rationale: goodAnswer.rationale,
      quote: goodAnswer.quote,
      usage: { inputTokens: 700, outputTokens: 60 },
    });
  });

  it.each(Object.entries(oddBehaviours))(
    'is asked in the way it accepts from the second time on: %s',
    async (_, behaviour) => {
      server.behaviour = behaviour;
      const engine = buildEngine();
      await ask(engine);
      const accepted = server.requests.at(-1);
      server.requests.length = 0;
      await ask(engine, { ticket: { ...ticket, title: 'Another one' } });
      expect(server.requests).toHaveLength(1);
      expect({ ...server.requests[0], messages: [] }).toEqual({ ...accepted, messages: [] });
    },
  );

  it('is not believed when its quote is not in the ticket', async () => {
    server.behaviour = answering({ quote: 'charged me three times' });
    expect((await ask(buildEngine())).quote).toBeNull();
  });

  it('may break the quote at other places than the ticket does', async () => {
    server.behaviour = answering({ quote: 'You charged\n\nme twice' });
    expect((await ask(buildEngine())).quote).toBe('You charged me twice');
  });

  it.each([undefined, null, 'very', 2, -1, ''])(
    'counts as unsure when it states the confidence %j',
    async (confidence) => {
      server.behaviour = answering({ category_confidence: confidence });
      expect((await ask(buildEngine())).category).toEqual({ value: 'billing', confidence: 0.5 });
    },
  );

  it('receives the key that belongs to it', async () => {
    await ask(buildEngine());
    expect(server.credentials).toEqual(['Bearer key-1']);
  });
});

describe('a language model that is of no use', () => {
  it.each(Object.entries(uselessBehaviours))(
    'fails within the time budget after %s, and is used again later',
    async (_, behaviour) => {
      server.behaviour = behaviour;
      const engine = buildEngine({}, shortMs);
      const start = performance.now();
      await expect(ask(engine, { budgetMs: 200 })).rejects.toBeInstanceOf(ModelFailure);
      // Well before the ten seconds of silence are over.
      expect(performance.now() - start).toBeLessThan(5_000);
      server.behaviour = answering();
      expect(await answerOf(engine)).toMatchObject({ source: 'model' });
    },
  );

  it.each(Object.entries(namedFailures))('is said to be what it is after %s', async (_, [kind, reply]) => {
    server.behaviour = () => reply;
    await expect(ask(buildEngine())).rejects.toMatchObject({ kind });
    expect(server.requests).toHaveLength(1);
  });

  it('is never remembered for a draft', async () => {
    server.behaviour = uselessBehaviours['a draft in reasoning that does not end'];
    const engine = buildEngine();
    await expect(ask(engine)).rejects.toMatchObject({ kind: 'empty' });
    server.behaviour = answering();
    expect(await ask(engine)).toMatchObject({ source: 'model' });
  });

  it('fails at once when connections are refused, and is used again later', async () => {
    await server.goAway();
    const engine = buildEngine();
    await expect(ask(engine)).rejects.toMatchObject({ kind: 'unreachable' });
    await server.comeBack();
    expect(await answerOf(engine)).toMatchObject({ source: 'model' });
  });

  it('is logged once per outage with reason and remedy, and once when it is back', async () => {
    server.behaviour = uselessBehaviours['a 401'];
    const engine = buildEngine();
    for (let i = 0; i < 5; i++) await expect(ask(engine)).rejects.toBeInstanceOf(ModelFailure);
    server.behaviour = answering();
    await answerOf(engine);
    expect(logged).toEqual([
      { level: 'warn', text: expect.stringContaining('Check the API key') },
      { level: 'info', text: 'The language model answers again.' },
    ]);
  });

  it('is left alone after three failures in a row', async () => {
    server.behaviour = uselessBehaviours['a 500'];
    const engine = buildEngine();
    for (let i = 0; i < 3; i++) await expect(ask(engine)).rejects.toMatchObject({ kind: 'server_error' });
    await expect(ask(engine)).rejects.toMatchObject({ kind: 'paused' });
    // Each call tries a poorer request, as long as none has worked.
    expect(server.requests).toHaveLength(6);
  });

  it('is left alone for as long as Retry-After asks', async () => {
    server.behaviour = uselessBehaviours['a 429 with Retry-After'];
    const engine = buildEngine();
    const start = performance.now();
    await expect(ask(engine)).rejects.toMatchObject({ kind: 'rate_limited', retryAfterMs: 1_000 });
    server.behaviour = answering();
    await answerOf(engine);
    expect(performance.now() - start).toBeGreaterThanOrEqual(990);
    expect(server.requests).toHaveLength(2);
  });
});

describe('calls to the language model', () => {
  it('are shared by equal requests that come at the same time', async () => {
    const engine = buildEngine();
    const classifications = await Promise.all([ask(engine), ask(engine), ask(engine)]);
    expect(server.requests).toHaveLength(1);
    expect(new Set(classifications.map((classification) => classification.source))).toEqual(new Set(['model']));
  });

  it('are saved by the cache for a text that was answered before', async () => {
    const engine = buildEngine();
    await ask(engine);
    expect(await ask(engine)).toMatchObject({ source: 'cache', quote: goodAnswer.quote, usage: null });
    expect(server.requests).toHaveLength(1);
  });

  it('stop at the budget without counting as an outage', async () => {
    const engine = buildEngine({ spend: async (client) => client !== '10.0.0.9' });
    await expect(ask(engine, { client: '10.0.0.9' })).rejects.toMatchObject({ kind: 'over_budget' });
    expect(engine.outage).toBeNull();
    expect(await ask(engine)).toMatchObject({ source: 'model' });
    expect(logged).toEqual([]);
  });

  it('name the corrected tickets that the answer follows', async () => {
    const example = {
      ...ticket,
      category: 'billing',
      priority: 'low',
      correctedCategory: true,
      correctedPriority: true,
    };
    const examples = [
      { ...example, number: 31 },
      { ...example, number: 40, category: 'general' },
      { ...example, number: 88, correctedCategory: false },
    ] as const;
    const { learnedFrom } = await ask(buildEngine(), { examples: examples as never });
    expect(learnedFrom).toEqual([31]);
  });
});

/** Asks until the model answers: how long a pause lasts is the circuit's business. */
async function answerOf(engine: ModelEngine) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await ask(engine);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
