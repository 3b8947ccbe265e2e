"""Runs inside QGIS's own Python (3.22, no packages of ours): opens a project, tells what it finds.

inside.py look PROJECT PICTURE        every layer: valid, widgets, and a picture of all
inside.py edit PROJECT JSON           adds, changes and breaks a rule in one layer
inside.py ground PROJECT JSON         draws areas of an act, prints its drawing
inside.py findings PROJECT JSON       what is wrong with acts, as their planner sees it
"""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def look(project, picture):
    layers = {}
    for layer in project.mapLayers().values():
        found = {"valid": layer.isValid(), "error": layer.source(), "name": layer.name()}
        found["crs"] = layer.crs().authid()
        if isinstance(layer, QgsVectorLayer):
            found["fields"] = {
                field.name(): {
                    "widget": layer.editorWidgetSetup(index).type(),
                    "config": layer.editorWidgetSetup(index).config(),
                    "alias": layer.attributeAlias(index),
                    "constraint": layer.constraintExpression(index),
                }
                for index, field in enumerate(layer.fields())
            }
            found["renderer"] = layer.renderer().type() if layer.renderer() else None
        found["colours"], found["centre"] = drawn(project, layer) if layer.isValid() else (0, None)
        layers[layer.id().removeprefix("sip_layer_")] = found
    render(project, [one for one in project.mapLayers().values() if one.isValid()], None, picture)
    root = project.layerTreeRoot()
    return {
        "title": project.title(),
        "crs": project.crs().authid(),
        "layers": layers,
        "groups": {
            g.name(): [one.layerId().removeprefix("sip_layer_") for one in g.findLayers()]
            for g in root.children()
        },
        "relations": {
            name: one.isValid() for name, one in project.relationManager().relations().items()
        },
        "layouts": {
            one.name(): {
                "pages": one.pageCollection().pageCount(),
                "width_mm": one.pageCollection().page(0).pageSize().width(),
                "items": len(one.items()),
            }
            for one in project.layoutManager().layouts()
        },
    }


def drawn(project, layer):
    """Draw a layer around its first feature, at a scale that shows it; return colours and place."""
    to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project)
    if isinstance(layer, QgsVectorLayer):
        feature = next(layer.getFeatures(), QgsFeature())
        if not feature.hasGeometry():
            return -1, None
        shape = feature.geometry()
        shape.transform(to_project)
        middle, size = shape.pointOnSurface().asPoint(), shape.boundingBox()
    else:
        size = to_project.transformBoundingBox(layer.extent())
        middle = size.center()
    half = max(size.width(), size.height(), 40.0)
    if layer.hasScaleBasedVisibility():  # 300 px are 8 cm
        half = max(half, 0.05 * layer.maximumScale())
        half = min(half, 0.03 * layer.minimumScale() or half)
    box = QgsRectangle(middle.x() - half, middle.y() - half, middle.x() + half, middle.y() + half)
    return colours(render(project, [layer], box, None)), [middle.x(), middle.y()]


def colours(image):
    return len({image.pixel(x, y) for x in range(0, 300, 2) for y in range(0, 300, 2)})


def render(project, layers, box, file):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(300, 300))
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setDestinationCrs(project.crs())
    settings.setExtent(box or project.viewSettings().defaultViewExtent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if file:
        job.renderedImage().save(file)
    return job.renderedImage()


def edit(project, task):
    """Add a feature, change it, and try what a rule forbids; return what QGIS says."""
    layer = project.mapLayer("sip_layer_" + task["layer"])
    layer.startEditing()
    shape = QgsGeometry.fromWkt(task["wkt"])
    names = layer.fields().names()
    values = {names.index(name): value for name, value in task["values"].items()}
    feature = QgsVectorLayerUtils.createFeature(layer, shape, values)
    said = {"added": layer.addFeature(feature) and layer.commitChanges()}
    said["add_errors"] = layer.commitErrors()
    added = next(layer.getFeatures(task["find"]), None)
    if added is None:
        return said
    field = names.index(task["field"])
    layer.startEditing()
    layer.changeAttributeValue(added.id(), field, task["good"])
    said["changed"] = layer.commitChanges()
    said["value"] = next(layer.getFeatures(task["find"]))[task["field"]]
    layer.startEditing()
    layer.changeAttributeValue(added.id(), field, task["bad"])
    changed = layer.getFeature(added.id())
    judged = [
        QgsVectorLayerUtils.validateAttribute(layer, changed, at)
        for at in range(len(names))
        if layer.editorWidgetSetup(at).type() != "Hidden"
    ]
    said["form_accepts"] = all(accepts for accepts, _ in judged)
    said["form_says"] = [text for accepts, texts in judged if not accepts for text in texts]
    said["broken"] = layer.commitChanges()
    said["refusal"] = layer.commitErrors()
    layer.rollBack()
    layer.startEditing()
    layer.deleteFeature(added.id())
    said["deleted"] = layer.commitChanges()
    said["delete_errors"] = layer.commitErrors()
    return said


def ground(project, task):
    """Draw areas one after the other; return what QGIS says, and what the findings say then."""
    layer = project.mapLayer("sip_layer_" + task["layer"])
    findings = project.mapLayer("sip_layer_ground_finding")
    names = layer.fields().names()
    said = []
    for one in task["draw"]:
        layer.startEditing()
        values = {names.index(name): value for name, value in one["values"].items()}
        shape = QgsGeometry.fromWkt(one["wkt"])
        feature = QgsVectorLayerUtils.createFeature(layer, shape, values)
        done = layer.addFeature(feature) and layer.commitChanges()
        messages = layer.commitErrors()
        layer.rollBack()
        found = sorted(one["rule"] for one in findings.getFeatures() if one["rule"])
        said.append({"done": done, "said": " ".join(messages), "findings": found})
    snapping = project.snappingConfig()
    drawing = project.layoutManager().layoutByName("Rysunek planu")
    atlas = drawing.atlas()
    printed = picture(drawing, task["picture"])
    return {
        "drawn": said,
        "rows": sum(1 for _ in layer.getFeatures()),
        "snaps": snapping.enabled() and snapping.individualLayerSettings(layer).enabled(),
        "topology": project.topologicalEditing(),
        "refreshed_with": sorted(one.layerId() for one in findings.dependencies()),
        "labels": layer.labelsEnabled(),
        "renderer": layer.renderer().type(),
        "sheets": [atlas.enabled(), atlas.coverageLayer().id(), atlas.updateFeatures()],
        "scale": round(drawing.itemById("map").scale()),
        "picture": printed,
    }


def findings(project, task):
    """Tell what the layer of findings shows, and draw it over the areas."""
    layer = project.mapLayer("sip_layer_ground_finding")
    shown = [layer, project.mapLayer("sip_layer_" + task["layer"])]
    box = shown[1].extent().buffered(20)
    names = layer.fields().names()
    return {
        "rows": [
            {name: one[name] for name in names} | {"drawn": one.geometry().isGeosValid()}
            for one in layer.getFeatures()
        ],
        "named": layer.displayExpression(),
        "tip": layer.mapTipTemplate(),
        "renderer": layer.renderer().type(),
        "legend": [one.label() for one in layer.renderer().legendSymbolItems()],
        "again_ms": layer.autoRefreshInterval() * layer.hasAutoRefreshEnabled(),
        "colours": colours(render(project, shown, box, task["picture"])),
    }


def picture(drawing, file):
    """Print the first sheet of an atlas."""
    drawing.atlas().beginRender()
    drawing.atlas().first()
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 60
    return int(QgsLayoutExporter(drawing).exportToImage(file, settings))


VERBS = {"look": look, "edit": edit, "ground": ground, "findings": findings}
application = QgsApplication([], False)
application.initQgis()
verb, file, argument = sys.argv[1:4]
opened = QgsProject.instance()
answer = {"opened": opened.read(file)}
answer.update(VERBS[verb](opened, argument if verb == "look" else json.loads(argument)))
print("@@" + json.dumps(answer, default=str))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 may crash on the way out, after all is said
