/** A site for the preview's server in tests: nothing but what a test gives it. */
import type { Site } from '../../src/world/preview-server.ts';

export const site = (more: Partial<Site> = {}): Site => ({
  shell: (script) => `<script type="module" src="${script}"></script>`,
  styles: '',
  page: () => '<!doctype html><title>Xuất khẩu</title>',
  pdf: async () => undefined,
  fonts: new Map(),
  mayOpen: () => false,
  beside: () => undefined,
  state: () => ({}),
  ...more,
});
