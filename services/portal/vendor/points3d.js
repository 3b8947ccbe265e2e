// What the view of a point cloud uses of Giro3D and three.js, and nothing else.
export {default as Instance} from '@giro3d/giro3d/core/Instance.js';
export {default as CoordinateSystem} from '@giro3d/giro3d/core/geographic/CoordinateSystem.js';
export {default as ColorMap} from '@giro3d/giro3d/core/ColorMap.js';
export {default as PointCloud} from '@giro3d/giro3d/entities/PointCloud.js';
export {default as COPCSource} from '@giro3d/giro3d/sources/COPCSource.js';
export {setLazPerfPath} from '@giro3d/giro3d/sources/las/config.js';
export {MapControls} from 'three/examples/jsm/controls/MapControls.js';
export {
  BufferAttribute, BufferGeometry, Color, DoubleSide, Mesh, MeshBasicMaterial, SRGBColorSpace, TextureLoader, Vector3,
} from 'three';
