// Stands in for Giro3D's own, which starts its worker from a text inside of the bundle: our pages allow files only.
export default function createWorker(wasmBinary) {
  return () => {
    const worker = new Worker(new URL('./points3d-worker.js', import.meta.url), {type: 'module'});
    worker.postMessage({type: 'SetWasmBinary', buffer: wasmBinary});
    return worker;
  };
}
