// Builds ../static/vendor from the packages in package-lock.json, with a manifest of what is in it.
// Run it with `make vendor`; docs/developer/vendor.md says when.
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {copyFile, readFile, readdir, rm, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';

const OUT = '../static/vendor';
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

await rm(OUT, {recursive: true, force: true});
await mkdir(OUT, {recursive: true});
const workerOfItsOwn = {
  name: 'worker-of-its-own',
  setup: bundler => bundler.onLoad({filter: /sources\/las\/createWorker\.js$/}, async () => ({
    contents: await readFile('las-worker.js', 'utf8'),
  })),
};
const result = await build({
  entryPoints: {
    openlayers: 'openlayers.js',
    points3d: 'points3d.js',
    'points3d-worker': '@giro3d/giro3d/sources/las/worker.js',
  },
  bundle: true, minify: true, format: 'esm', target: 'es2022', plugins: [workerOfItsOwn],
  outdir: OUT, metafile: true, legalComments: 'none', charset: 'utf8',
});
const copied = {
  'laz-perf.wasm': 'node_modules/laz-perf/lib/web/laz-perf.wasm',
  'openlayers.css': 'node_modules/ol/ol.css',
  'leaflet.js': 'node_modules/leaflet/dist/leaflet.js',
  'leaflet.css': 'node_modules/leaflet/dist/leaflet.css',
};
for (const [name, from] of Object.entries(copied)) await copyFile(from, path.join(OUT, name));

const bundled = Object.values(result.metafile.outputs)
  .flatMap(output => Object.entries(output.inputs))
  .filter(([, input]) => input.bytesInOutput > 0)
  .map(([file]) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
const names = [...new Set([...bundled.filter(Boolean), 'leaflet'])].sort();
const packages = [];
const licences = [];
for (const name of names) {
  const folder = path.join('node_modules', name);
  const {version, license} = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const text = (await readdir(folder)).find(file => LICENCE_FILE.test(file));
  packages.push({name, version, licence: license});
  const words = text ? await readFile(path.join(folder, text), 'utf8') : `Licence: ${license}`;
  licences.push(`${name} ${version} (${license})\n\n${words.trim()}\n`);
}
await writeFile(path.join(OUT, 'LICENCES.txt'), licences.join(`\n${'-'.repeat(72)}\n\n`));

const files = {};
for (const file of (await readdir(OUT)).sort()) {
  const sha256 = createHash('sha256').update(await readFile(path.join(OUT, file))).digest('hex');
  files[file] = {sha256};
}
await writeFile(path.join(OUT, 'manifest.json'), `${JSON.stringify({packages, files}, null, 2)}\n`);
