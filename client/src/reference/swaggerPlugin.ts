/** Swagger UI has a React of its own and hands it, with its components, to plugins. */
interface System {
  React: { createElement: (type: unknown, props: object | null, ...children: unknown[]) => unknown };
  getComponent: (name: string, isContainer?: boolean) => unknown;
  specSelectors: { loadingStatus: () => string };
}

interface OperationProps {
  operationProps: { get: (name: string) => string };
}

/** One column without the choice of a server, of which there is one, and with what assistive technology asks for. */
export function inOurFrame({ React: { createElement } }: System): object {
  const deskLayout = ({ getComponent, specSelectors }: System) => {
    const status = specSelectors.loadingStatus();
    if (status === 'failed') {
      return createElement(
        'p',
        { role: 'alert' },
        'The description of the API could not be loaded. Load the page again.',
      );
    }
    if (status !== 'success') return createElement('p', { role: 'status' }, 'Loading …');
    return createElement(
      'div',
      { className: 'swagger-ui' },
      createElement(getComponent('InfoContainer', true), null),
      createElement(getComponent('AuthorizeBtnContainer', true), null),
      createElement('h2', { className: 'sr-only' }, 'Operations'),
      createElement(getComponent('operations', true), null),
    );
  };
  return {
    components: {
      DeskLayout: deskLayout,
      // A link inside of the button that opens the operation would be one target within another.
      OperationSummaryPath: ({ operationProps }: OperationProps) =>
        createElement('span', { className: 'opblock-summary-path' }, operationProps.get('path')),
    },
    wrapComponents: {
      TextArea: (textArea: unknown) => (props: object) =>
        createElement(textArea, { ...props, 'aria-label': 'Request body' }),
    },
  };
}
