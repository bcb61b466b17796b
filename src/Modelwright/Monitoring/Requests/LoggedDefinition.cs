using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>What a segment says of a model.</summary>
internal sealed record LoggedDefinition(string Name, string ModelId, IReadOnlyList<string> Classes, IReadOnlyList<(string Name, ColumnType Type)> Columns)
{
    private const int LeastText = 4;
    private const int LeastColumn = 5;

    /// <summary>Reads a record behind its kind.</summary>
    /// <exception cref="ArtifactException">It is not sound.</exception>
    public static (int Number, LoggedDefinition Model) Read(ref RecordReader record)
    {
        var (number, name, id) = (record.Whole(), record.Name(), record.Name());
        var classes = new string[record.Count(LeastText)];
        for (var place = 0; place < classes.Length; place++)
        {
            classes[place] = record.Name();
        }

        var columns = new (string, ColumnType)[record.Count(LeastColumn)];
        for (var place = 0; place < columns.Length; place++)
        {
            columns[place] = (record.Name(), (ColumnType)record.Byte());
        }

        var isSound = Array.TrueForAll(columns, column => Enum.IsDefined(column.Item2)) && columns.Select(column => column.Item1).Distinct(StringComparer.Ordinal).Count() == columns.Length;
        return isSound ? (number, new(name, id, classes, columns)) : throw RecordReader.Broken();
    }
}
