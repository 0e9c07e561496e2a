import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createClient } from 'graphql-ws';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.js';
import './page.css';

const url = new URL('/graphql', location.href).href;
const wsClient = createClient({ url: url.replace(/^http/, 'ws') });
const fetcher = createGraphiQLFetcher({ url, wsClient });

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <GraphiQL fetcher={fetcher} defaultTabs={examples.map((query) => ({ query }))} />
  </StrictMode>,
);
