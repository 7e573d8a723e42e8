import { CodeXml } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { apiUrl } from '../apollo/apiUrl.js';
import { ReferenceFrame } from '../frame/ReferenceFrame.js';
import { Button } from '../ui/controls/Button.js';
import { loadSwagger } from './loadSwagger.js';
import { inOurFrame } from './swaggerPlugin.js';

const explorer = { href: `${apiUrl}/graphiql`, label: 'GraphQL explorer', icon: CodeXml };

/** Swagger UI, which the server brings along, in the desk's frame and theme. */
export function Reference() {
  const place = useRef<HTMLDivElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    loadSwagger().then(
      (show) =>
        show({
          url: `${apiUrl}/api/openapi.json`,
          domNode: place.current,
          plugins: [inOurFrame],
          layout: 'DeskLayout',
          deepLinking: true,
          tryItOutEnabled: true,
          validatorUrl: null,
          // Every operation shows the schemas of its own.
          defaultModelsExpandDepth: -1,
          syntaxHighlight: { activated: false },
        }),
      () => setIsMissing(true),
    );
  }, []);
  return (
    <ReferenceFrame name={<p className="font-semibold">REST reference</p>} other={explorer}>
      <main className="min-h-0 grow overflow-auto" id="main">
        {isMissing && (
          <div role="alert" className="flex flex-col items-start gap-3 p-6">
            <p>The reference could not be loaded. The desk may be restarting.</p>
            <Button onClick={() => location.reload()}>Try again</Button>
          </div>
        )}
        <div ref={place} />
      </main>
    </ReferenceFrame>
  );
}
