const sentences = [
  'Since this morning every export ends with an error. ',
  'Small ones fail too, and we tried two browsers. ',
  'The report has to be with the auditors by five. ',
  'Nobody in the whole team can work around it. ',
];
const TRIAGE_MS = 900;

/** Frames per second while a person types in the form and triage, made slow, reads along. */
export async function measureTyping(page, url) {
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('SuggestForDraft'))
      await new Promise((done) => setTimeout(done, TRIAGE_MS));
    await route.fallback();
  });
  await page.goto(`${url}/new`);
  await page.getByLabel('Title').fill('Exports fail and the report is due today');
  await page.getByLabel('Description').focus();
  await page.evaluate(() => {
    window.frames = [];
    const tick = (time) => {
      window.frames.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (const sentence of sentences) {
    const asked = page.waitForRequest((request) => request.postData()?.includes('SuggestForDraft') ?? false);
    await page.keyboard.type(sentence, { delay: 25 });
    await asked;
  }
  const frames = await page.evaluate(() => window.frames);
  const gaps = frames.slice(1).map((time, index) => time - frames[index]);
  return {
    'Typing while triage runs, frames per second': (1000 * gaps.length) / (frames.at(-1) - frames[0]),
    'Typing while triage runs, longest frame, ms': Math.max(...gaps),
  };
}
