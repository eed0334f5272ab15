// Asks Lighthouse about pages: lighthouse.mjs BROWSER HOST PORT PATH...
// HOST is the name the pages call themselves by; it is answered by the portal at PORT of the loopback interface.
// Writes one JSON array: scores by category (0 to 100), what fell short, bytes, layout shift and where requests went.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [browser, host, port, ...paths] = process.argv.slice(2);
const mostRounds = 5;
const chrome = await launch({
  chromePath: browser,
  chromeFlags: [
    '--headless=new', '--disable-gpu', '--disable-quic', `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});

// Where the browser's trace lacks a mark, a category has no score at all, which is no judgement: the page is then asked about again.
async function judge(path) {
  for (let round = 1; ; round++) {
    const { lhr } = await lighthouse(`http://${host}${path}`, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    if (Object.values(lhr.categories).every(category => category.score !== null)) {
      return lhr;
    }
    if (round === mostRounds) {
      const failed = Object.values(lhr.audits).filter(audit => audit.errorMessage).map(audit => `${audit.id}: ${audit.errorMessage}`);
      throw new Error(`${path} was not judged: ${failed.join('; ')}`);
    }
  }
}

try {
  const pages = [];
  for (const path of paths) {
    const lhr = await judge(path);
    const requests = lhr.audits['network-requests'].details.items;
    pages.push({
      path,
      error: lhr.runtimeError?.message ?? null,
      scores: Object.fromEntries(Object.values(lhr.categories).map(category => [category.id, Math.round(category.score * 100)])),
      short: Object.values(lhr.categories).flatMap(category => category.auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${category.id}: ${id} ${lhr.audits[id].displayValue ?? ''} ${JSON.stringify(lhr.audits[id].details?.items?.slice(0, 2) ?? '').slice(0, 400)}`)),
      bytes: requests.filter(request => request.resourceType !== 'Image').reduce((sum, request) => sum + request.transferSize, 0),
      requests: requests.length,
      layoutShift: lhr.audits['cumulative-layout-shift'].numericValue,
      shifted: (lhr.audits['layout-shifts'].details?.items ?? []).map(item =>
        `${item.score} ${item.node?.selector} ${item.node?.snippet} ${(item.subItems?.items ?? []).map(cause => JSON.stringify(cause)).join(' ')}`.slice(0, 600)),
      outside: requests.map(request => request.url).filter(url => !url.startsWith(`http://${host}/`) && !url.startsWith('data:')),
    });
  }
  console.log(JSON.stringify(pages));
} finally {
  await chrome.kill();
}
