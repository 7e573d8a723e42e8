/** GraphiQL's stylesheet carries a third of a megabyte of fonts as data: addresses; the explorer is set in the desk's own. */
const leaveOutFonts = {
  postcssPlugin: 'graphiql-without-fonts',
  AtRule: {
    'font-face'(rule) {
      if (/[\\/]node_modules[\\/]graphiql[\\/]/.test(rule.source?.input.file ?? '')) rule.remove();
    },
  },
};

/** @type {import('vite').CSSOptions['postcss']} */
export default { plugins: [leaveOutFonts] };
