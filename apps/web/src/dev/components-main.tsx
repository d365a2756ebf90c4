import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { Components } from './components';
import '../app/app.css';
import '../app/large-type.css';
import '../app/print.css';
import '../app/paper.css';

// The development server alone knows this page (`/dev/components`): it is no input of the build.
const router = createRouter({
  routeTree: createRootRoute({ component: Components }),
  history: createMemoryHistory(),
});
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <ConfigProvider locale={zhCN} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
