import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../config.js';
import { chooseModel } from './providers.js';

const choose = (env: Record<string, string>) => chooseModel(loadConfig(env).triage);

describe('the choice of the language model', () => {
  it('is none without any setting', () => {
    expect(choose({})).toEqual({ target: null, reason: 'no provider and no key is set' });
  });

  it('takes the first key that is there, in the order OpenAI, Groq, Gemini, and says which', () => {
    const keys = { OPENAI_API_KEY: 'a', GROQ_API_KEY: 'b', GEMINI_API_KEY: 'c' };
    expect(choose(keys)).toMatchObject({
      target: { provider: 'openai', apiKey: 'a' },
      reason: 'OPENAI_API_KEY is set',
    });
    expect(choose({ ...keys, OPENAI_API_KEY: ' ' })).toMatchObject({
      target: { provider: 'groq', baseUrl: 'https://api.groq.com/openai/v1', model: 'openai/gpt-oss-20b' },
      reason: 'GROQ_API_KEY is set',
    });
    expect(choose({ GEMINI_API_KEY: 'c', GEMINI_MODEL: 'gemini-x' }).target).toMatchObject({
      provider: 'gemini',
      model: 'gemini-x',
    });
  });

  it('is off with LLM_PROVIDER=none, whatever keys there are', () => {
    expect(choose({ LLM_PROVIDER: 'none', OPENAI_API_KEY: 'a' }).target).toBeNull();
  });

  it('needs no key for Ollama', () => {
    expect(choose({ LLM_PROVIDER: 'ollama' }).target).toEqual({
      provider: 'ollama',
      baseUrl: 'http://localhost:11434/v1/',
      model: 'gpt-oss:20b',
      apiKey: null,
    });
  });

  it('lets LLM_BASE_URL and LLM_MODEL override any provider', () => {
    const overrides = { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'mine' };
    expect(choose({ GROQ_API_KEY: 'b', GEMINI_MODEL: 'x', ...overrides }).target).toMatchObject({
      provider: 'groq',
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'mine',
    });
    expect(choose(overrides).target).toMatchObject({ provider: 'custom', apiKey: null });
  });

  it('never sends the key of one provider to another', () => {
    expect(choose({ LLM_PROVIDER: 'groq', OPENAI_API_KEY: 'a' })).toEqual({
      target: null,
      reason: 'LLM_PROVIDER is groq, but GROQ_API_KEY is not set',
    });
    const custom = {
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: 'http://127.0.0.1:9/v1',
      LLM_MODEL: 'm',
      OPENAI_API_KEY: 'a',
    };
    expect(choose(custom).target?.apiKey).toBeNull();
  });

  it('says what a custom server lacks', () => {
    expect(choose({ LLM_PROVIDER: 'custom' }).reason).toBe('LLM_PROVIDER is custom, but LLM_BASE_URL is not set');
    expect(choose({ LLM_BASE_URL: 'http://127.0.0.1:9/v1' }).reason).toBe(
      'LLM_BASE_URL is set, but LLM_MODEL is not set',
    );
  });
});
