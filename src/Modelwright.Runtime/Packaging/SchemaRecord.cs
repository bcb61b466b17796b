using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Packaging;

/// <summary>How a schema is stored: what version 1 of the package knows, and behind it what version 2 adds.</summary>
internal static class SchemaRecord
{
    /// <summary>The oldest format version that says all of a schema.</summary>
    internal static ushort VersionOf(Schema schema) => schema.Columns.Any(ColumnReadings.IsNeeded) ? (ushort)2 : (ushort)1;

    internal static void Write(IArtifactWriter writer, Schema schema, ushort version)
    {
        var columns = schema.Columns;
        writer.Texts("names", [.. columns.Select(column => column.Name)]);
        writer.Texts("types", [.. columns.Select(column => column.Type.ToString())]);
        writer.Texts("roles", [.. columns.Select(column => column.Role.ToString())]);
        writer.Bytes("booleans", [.. columns.Select(column => column.IsBoolean ? (byte)1 : (byte)0)]);
        TextLists.Write(writer, "missing_markers", columns.Select(column => column.MissingMarkers));
        TextLists.Write(writer, "levels", columns.Select(column => column.Levels));
        TextLists.Write(writer, "time_formats", columns.Select(column => column.TimeFormats));
        TextLists.Write(writer, "number_decorations", columns.Select(column => column.NumberDecorations));
        if (version > 1)
        {
            ColumnReadings.Write(writer, columns);
        }
    }

    internal static Schema Read(RecordReader reader, ushort version)
    {
        var names = reader.Texts("names");
        var types = reader.Texts("types");
        var roles = reader.Texts("roles");
        var booleans = reader.Bytes("booleans");
        var markers = TextLists.Read(reader, "missing_markers", names.Count);
        var levels = TextLists.Read(reader, "levels", names.Count);
        var formats = TextLists.Read(reader, "time_formats", names.Count);
        var decorations = TextLists.Read(reader, "number_decorations", names.Count);
        if (types.Count != names.Count || roles.Count != names.Count || booleans.Length != names.Count)
        {
            throw TextLists.Disagree("names");
        }

        var columns = new ColumnSpec[names.Count];
        for (var position = 0; position < columns.Length; position++)
        {
            var type = (ColumnType)TextLists.Word(types[position], typeof(ColumnType));
            columns[position] = new(names[position], type, (ColumnRole)TextLists.Word(roles[position], typeof(ColumnRole)))
            {
                IsBoolean = booleans[position] != 0,
                MissingMarkers = markers[position],
                Levels = levels[position],
                TimeFormats = formats[position],
                NumberDecorations = decorations[position],
            };
        }

        if (version > 1)
        {
            ColumnReadings.Read(reader, columns);
        }
        else if (ColumnReadings.IsIn(reader))
        {
            // To leave the entries alone would read the cells in another way than the model was trained on.
            throw PackageFile.Damaged("it claims format version 1, and its schema is of version 2");
        }

        try
        {
            return new(columns);
        }
        catch (DataException cause)
        {
            throw new ArtifactException($"The schema in the package is not sound: {cause.Message}", cause);
        }
    }
}
