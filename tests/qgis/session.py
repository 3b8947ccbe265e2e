"""One person at work in QGIS: reads a command a line (JSON), answers a line (JSON).

session.py PROJECT          commands: see VERBS
"""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFieldConstraints,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsGui
from qgis.PyQt.QtCore import QVariant

KINDS = {
    "text": QVariant.String, "integer": QVariant.LongLong, "number": QVariant.Double,
    "boolean": QVariant.Bool, "date": QVariant.Date, "timestamp": QVariant.DateTime,
}  # fmt: skip


def found(layer, where):
    return next(layer.getFeatures(where), None)


def read(layer, task):
    feature = found(layer, task["where"])
    if feature is None:
        return {"found": False}
    values = dict(zip(layer.fields().names(), feature.attributes(), strict=True))
    return {"found": True, "values": values, "wkt": feature.geometry().asWkt(3)}


def change(layer, task):
    """Change what was read before anybody else saves: the form is open."""
    layer.startEditing()
    index = layer.fields().indexOf(task["field"])
    return {"done": layer.changeAttributeValue(task["fid"], index, task["value"])}


def move(layer, task):
    layer.startEditing()
    return {"done": layer.changeGeometry(task["fid"], QgsGeometry.fromWkt(task["wkt"]))}


def delete(layer, task):
    layer.startEditing()
    return {"done": layer.deleteFeature(task["fid"])}


def add(layer, task):
    """Add a row as a form does, with its defaults."""
    layer.startEditing()
    names = layer.fields().names()
    values = {names.index(name): value for name, value in task["values"].items()}
    shape = QgsGeometry.fromWkt(task["wkt"])
    return {"done": layer.addFeature(QgsVectorLayerUtils.createFeature(layer, shape, values))}


def fill(layer, task):
    """Type into the form of a new row, field by field; tell what stands in it then."""
    layer.startEditing()
    form = QgsAttributeForm(layer, QgsVectorLayerUtils.createFeature(layer))
    form.setMode(QgsAttributeEditorContext.AddFeatureMode)
    for name, value in task["values"].items():
        form.changeAttribute(name, value)
    stands = form.currentFormFeature()
    return dict(zip(layer.fields().names(), stands.attributes(), strict=True))


def copy(layer, task):
    """Copy a row with all its attributes, as pasting and splitting do."""
    layer.startEditing()
    names = layer.fields().names()
    source = layer.getFeature(task["fid"])
    values = dict(enumerate(source.attributes()))
    values.update({names.index(name): value for name, value in task["values"].items()})
    feature = QgsVectorLayerUtils.createFeature(layer, source.geometry(), values)
    return {"done": layer.addFeature(feature)}


def told(layer):
    """Return a context of the layer's first row."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures(), QgsFeature(layer.fields())))
    return context


def form(layer, _task):
    """Tell what the form shows."""
    fields = list(enumerate(layer.fields()))
    return {
        "widgets": {one.name(): layer.editorWidgetSetup(at).type() for at, one in fields},
        "aliases": {one.name(): layer.attributeAlias(at) for at, one in fields},
        "required": [
            one.name()
            for at, one in fields
            if layer.fieldConstraints(at) & QgsFieldConstraints.ConstraintNotNull
            and one.name() != "fid"
        ],
        "editable": not layer.readOnly(),
        "relations": [
            one.id()
            for one in project.relationManager().relations().values()
            if one.referencingLayerId() == layer.id() and one.isValid()
        ],
        "actions": [
            QgsExpression.replaceExpressionText(one.command(), told(layer))
            for one in layer.actions().actions()
        ],
        "naming": layer.customProperty("QFieldSync/attachment_naming"),
    }


def judge(_layer, task):
    """Tell of each row which of some conditions hold, as a form does before it saves."""
    fields = QgsFields()
    for name, kind in task["kinds"].items():
        fields.append(QgsField(name, KINDS[kind]))
    context = QgsExpressionContext()
    context.setFields(fields)
    asked = {name: QgsExpression(text) for name, text in task["conditions"].items()}
    said = []
    for values in task["rows"]:
        feature = QgsFeature(fields)
        for name, value in values.items():
            kind = KINDS[task["kinds"][name]]
            given = QVariant(value)
            assert value is None or given.convert(kind), (name, value)
            feature.setAttribute(name, QVariant(kind) if value is None else given)
        context.setFeature(feature)
        said.append({name: bool(one.evaluate(context)) for name, one in asked.items()})
        broken = [one.evalErrorString() for one in asked.values() if one.hasEvalError()]
        assert not broken, broken
    return {"said": said}


def commit(layer, _task):
    """Save; tell what QGIS says, and what it still holds."""
    done = layer.commitChanges()
    said = {"done": done, "errors": layer.commitErrors(), "editing": layer.isEditable()}
    buffer = layer.editBuffer()
    if buffer is not None:
        names = layer.fields().names()
        said["kept"] = [
            {names[index]: value for index, value in values.items()}
            for values in buffer.changedAttributeValues().values()
        ]
        said["kept_shapes"] = [one.asWkt(0) for one in buffer.changedGeometries().values()]
        said["kept_deletions"] = len(buffer.deletedFeatureIds())
    return said


def roll_back(layer, _task):
    return {"done": layer.rollBack()}


def look_up(layer, task):
    """Return QGIS's own number of a row."""
    feature = found(layer, task["where"])
    return {"fid": None if feature is None else feature.id()}


_VERBS = (
    read, look_up, form, change, move, delete, add, fill, copy, judge, commit, roll_back
)  # fmt: skip
VERBS = {one.__name__: one for one in _VERBS}

application = QgsApplication([], True)
application.initQgis()
QgsGui.editorWidgetRegistry().initEditors()
project = QgsProject.instance()
print("@@" + json.dumps({"opened": project.read(sys.argv[1])}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    answer = VERBS[asked["verb"]](project.mapLayer("sip_layer_" + asked["layer"]), asked)
    print("@@" + json.dumps(answer, default=str), flush=True)
os._exit(0)  # QGIS 3.22 may crash on the way out, after all is said
