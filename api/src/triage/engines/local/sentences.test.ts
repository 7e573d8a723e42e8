import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from './sentences.js';

const words = (text: string) => sentencesOf(text).map((sentence) => sentence.words.join(' '));

describe('sentencesOf', () => {
  it('ends a sentence at marks and line breaks, and knows a question', () => {
    expect(sentencesOf('It broke!\nCan you help? Thanks')).toEqual([
      { words: ['it', 'broke'], asks: false },
      { words: ['can', 'you', 'help'], asks: true },
      { words: ['thanks'], asks: false },
    ]);
  });

  it('reads every spelling of a word alike', () => {
    expect(words('Größe CAFÉ ｗｉｄｅ lo\u200bgin')).toEqual(['grosse cafe wide login']);
    expect(words("I can't, it won’t, we're l'appli")).toEqual(['i cant it wont we l appli']);
  });

  it('keeps the size of a number, not the number', () => {
    expect(words('error 503 for 7 of 1,200 users, order 20391842, $19, INV-77')).toEqual([
      'error x503 for xone of xmany users order xid xmoney xtens inv xtens',
    ]);
  });

  it('keeps the unit of a number, and names with a digit', () => {
    expect(words('at 5pm, 30min with 2FA and ref A778XK')).toEqual(['at xpm xmin with 2fa and ref xcode']);
  });

  it('keeps that there is an address, not the address', () => {
    expect(words('mail lena@web.example or see https://desk.example/help?x=1')).toEqual(['mail xmail or see xlink']);
  });

  it('keeps the vowels of Indic scripts, and drops those that Arabic may write', () => {
    expect(words('बिल नहीं मिला। الفَاتُورَة خاطئة؟')).toEqual(['बिल नहीं मिला', 'الفاتورة خاطية']);
  });

  it('cuts what is written without spaces into pairs of letters', () => {
    expect(words('请求失败。APIが落ちた')).toEqual(['请求 求失 失败', 'api が落 落ち ちた']);
  });

  it('reads the start and the end of a text that is too long', () => {
    const [first = '', last = ''] = words(`start ${'m'.repeat(50_000)} end`);
    expect(first.startsWith('start m')).toBe(true);
    expect(last.endsWith(' end')).toBe(true);
  });

  it('makes nothing but plain words of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const word of sentencesOf(text).flatMap((sentence) => sentence.words)) {
          expect(word).toMatch(/^[\p{L}\p{M}\p{N}]{1,24}$/u);
        }
      }),
    );
  });
});
