const { end } = await import('./test-run.js');

export default end;
