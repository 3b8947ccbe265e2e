"""Steps that turn point clouds and pictures into layers: data in, data out, no database."""
