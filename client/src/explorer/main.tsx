import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/app.css';
import 'graphiql/style.css';
import './explorer.css';
import { Explorer } from './Explorer.js';

const root = document.getElementById('root');
if (!root) throw new Error('graphiql/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
);
