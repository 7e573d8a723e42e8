import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/app.css';
import '../ui/theme.js';
import './reference.css';
import './operation.css';
import './fields.css';
import './narrow.css';
import { Reference } from './Reference.js';

const root = document.getElementById('root');
if (!root) throw new Error('reference/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Reference />
  </StrictMode>,
);
