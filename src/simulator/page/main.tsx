import { createRoot } from 'react-dom/client';
import { App } from './app';
import './page.css';
import './cards/cards.css';

const root = document.getElementById('page');
if (root) createRoot(root).render(<App />);
