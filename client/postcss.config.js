/** GraphiQL's stylesheet carries a quarter of a megabyte of fonts as data: addresses, which the content security policy refuses. */
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
